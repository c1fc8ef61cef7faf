import type { FileTree } from '../ports.ts'
import type { SetupReport } from '../reporters/report.ts'

type Snippet = SetupReport['snippets'][number]

/** Lists what to paste elsewhere: a hook, and a job for the CI that the repository uses. */
export function listSnippets(tree: FileTree): Snippet[] {
  const jobs = [
    ...(tree.kindOf('.github') === 'directory' ? [github] : []),
    ...(tree.kindOf('.gitlab-ci.yml') === 'file' ? [gitlab] : []),
  ]
  return [findHook(tree), ...jobs]
}

/** The hook of what runs hooks already; it would overwrite one that stands beside it. */
function findHook(tree: FileTree): Snippet {
  const names = tree.list('')
  if (names.includes('.pre-commit-config.yaml')) return preCommit
  const lefthookFile = names.find((name) => LEFTHOOK.test(name))
  if (lefthookFile !== undefined) return { ...lefthook, file: lefthookFile }
  if (tree.kindOf('.husky') === 'directory') return husky
  const lintStagedFile = names.find((name) => LINT_STAGED.test(name))
  if (lintStagedFile !== undefined) return { ...lintStaged, file: lintStagedFile }
  const text = new TextDecoder().decode(tree.read('package.json'))
  return LINT_STAGED_KEY.test(text) ? lintStaged : gitHook
}

/** "lefthook.yml" */
const LEFTHOOK = /^\.?lefthook\.ya?ml$/u

/** A dependency of that name has a text behind it: `"lint-staged": {` */
const LINT_STAGED_KEY = /"lint-staged"\s*:\s*\{/u

/** ".lintstagedrc.json", "lint-staged.config.js" */
const LINT_STAGED = /^(?:\.lintstagedrc|lint-staged\.config\.)/u

const gitHook: Snippet = {
  title: 'commands that set up a hook which checks before each commit',
  file: '$(git rev-parse --git-path hooks)/pre-commit',
  // `set -C` keeps a hook that is there already.
  text: `hook="$(git rev-parse --git-path hooks)/pre-commit"
mkdir -p "$(dirname "$hook")"
(set -C; printf '#!/bin/sh\\nexec npx --no-install crossoff check\\n' > "$hook") && chmod +x "$hook"
`,
}

const preCommit: Snippet = {
  title: 'an entry for pre-commit, to add below `repos:`',
  file: '.pre-commit-config.yaml',
  text: `  - repo: local
    hooks:
      - id: crossoff
        name: crossoff check
        entry: npx --no-install crossoff check
        language: system
        always_run: true
        pass_filenames: false
`,
}

const lefthook: Snippet = {
  title: 'a hook for Lefthook, to add to what is there',
  file: 'lefthook.yml',
  text: `pre-commit:
  commands:
    crossoff:
      run: npx --no-install crossoff check
`,
}

const husky: Snippet = {
  title: 'a line to add to the hook of husky',
  file: '.husky/pre-commit',
  text: 'npx --no-install crossoff check\n',
}

const lintStaged: Snippet = {
  title: 'an entry for lint-staged, to add to what is there',
  file: 'package.json',
  text: '"*.{md,markdown}": "crossoff check"\n',
}

const github: Snippet = {
  title: 'a job for GitHub Actions',
  file: '.github/workflows/crossoff.yml',
  text: `on: [push, pull_request]
jobs:
  crossoff:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 20
      - run: npx --yes crossoff check
`,
}

const gitlab: Snippet = {
  title: 'a job for GitLab CI',
  file: '.gitlab-ci.yml',
  text: `crossoff:
  image: node:20
  script:
    - npx --yes crossoff check
`,
}
