import type { FileTree } from '../ports.ts'
import type { SetupReport } from '../reporters/report.ts'

type Snippet = SetupReport['snippets'][number]

/** Lists what to paste elsewhere: a hook, and a job for the CI that the repository uses. */
export function listSnippets(tree: FileTree): Snippet[] {
  const hook = tree.kindOf('.pre-commit-config.yaml') === 'file' ? preCommit : gitHook
  const jobs = [
    ...(tree.kindOf('.github') === 'directory' ? [github] : []),
    ...(tree.kindOf('.gitlab-ci.yml') === 'file' ? [gitlab] : []),
  ]
  return [hook, ...jobs]
}

const gitHook: Snippet = {
  title: 'a hook that checks before each commit',
  file: '.git/hooks/pre-commit',
  text: '#!/bin/sh\nexec npx --no-install crossoff check\n',
}

const preCommit: Snippet = {
  title: 'a hook for pre-commit',
  file: '.pre-commit-config.yaml',
  text: `repos:
  - repo: local
    hooks:
      - id: crossoff
        name: crossoff check
        entry: npx --no-install crossoff check
        language: system
        files: \\.(md|markdown)$
        pass_filenames: false
`,
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
