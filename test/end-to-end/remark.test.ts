import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createRepository } from '../fakes/git-repository.ts'
import { gitEnvironment } from '../fakes/temporary-folder.ts'

const root = join(import.meta.dirname, '..', '..')

/** Says in JSON what the messages of each file are. */
const reporter = `export default (files) =>
  JSON.stringify(files.map(({ path, messages }) => ({ path, messages: messages.map(
    ({ ruleId, fatal, reason, place, note }) => ({ ruleId, fatal, reason, place, note })) })))
`

const garden = {
  '.gitignore': 'node_modules\n',
  'package.json': '{ "name": "garden", "private": true }\n',
  'reporter.mjs': reporter,
  'docs/TODO.md': `# Garden

- [ ] 🌱 sow [peas](beds.md#peas), then [beans](beds.md#bean)
- [ ] mend [the shed](shed.md) and [the pump](Beds.md)

[pond]: beds.md
`,
  'docs/beds.md': '# Beds\n\n## Peas\n',
}

/** The first snippet of a language in the guide. */
function readSnippet(language: string): string {
  const guide = readFileSync(join(root, 'docs', 'guides', 'remark.md'), 'utf8')
  return guide.split(`\`\`\`${language}\n`)[1]!.split('\n```')[0]!
}

/** A project that has remark-cli and this package installed. */
function createProject(files: Readonly<Record<string, string>>): string {
  const project = createRepository()
  project.commit('docs: plan the garden', files)
  const modules = join(project.root, 'node_modules')
  mkdirSync(join(modules, '.bin'), { recursive: true })
  symlinkSync(root, join(modules, 'crossoff'))
  symlinkSync(join(root, 'node_modules', 'remark-cli'), join(modules, 'remark-cli'))
  symlinkSync(join('..', 'remark-cli', 'cli.js'), join(modules, '.bin', 'remark'))
  return project.root
}

function run(
  cwd: string,
  ...words: string[]
): { exit: number | null; stdout: string; stderr: string } {
  const [command = '', ...rest] = words
  const env = { ...gitEnvironment, HOME: cwd, npm_config_update_notifier: 'false' }
  const { status, stdout, stderr } = spawnSync(command, rest, { cwd, env, encoding: 'utf8' })
  return { exit: status, stdout, stderr }
}

/** What the command finds, in the words of messages of a vfile. */
function check(cwd: string, folder: string): { file: string }[] {
  const command = join(root, 'dist', 'cli', 'crossoff.cjs')
  const { stdout } = run(cwd, process.execPath, command, 'check', folder, '--json')
  const { diagnostics }: { diagnostics: Record<string, string>[] } = JSON.parse(stdout)
  const fatal: Record<string, unknown> = { error: true, warning: false }
  return diagnostics.map((each) => ({
    file: each.file!,
    ruleId: each.code,
    fatal: fatal[each.severity!],
    reason: each.message,
    place: { start: each.start, end: each.end },
    note: each.help,
  }))
}

describe('remark-cli with crossoff/remark', () => {
  it('should fail a run for what `crossoff check` finds', () => {
    const project = createProject(garden)
    const words = readSnippet('sh').replace('npx', 'npx --no --').split(' ')
    const { exit, stderr } = run(project, ...words, '--no-color')
    // Columns are as wide as the longest message.
    expect(stderr.replaceAll(/ +/gu, ' ')).toBe(`docs/TODO.md
3:56-3:61 error no heading in \`docs/beds.md\` gives \`#bean\` link/missing-anchor crossoff
4:23-4:30 error nothing stands at \`docs/shed.md\` link/missing-file crossoff
4:47-4:54 error \`docs/Beds.md\` is spelt \`docs/beds.md\` in the repository link/letter-case crossoff
6:1-6:16 warning nothing refers to \`[pond]\` link/unused-definition crossoff

4 messages (✖ 3 errors, ⚠ 1 warning)
`)
    expect(exit).toBe(1)
  })

  it('should give the messages that the findings of the command are', () => {
    const project = createProject({
      ...garden,
      '.remarkrc.json': readSnippet('json'),
      'docs/deep/README.md': '[up](../TODO.md#garden) [down](down.md) [none]()\n',
    })
    const { stderr } = run(
      project,
      process.execPath,
      join(root, 'node_modules', 'remark-cli', 'cli.js'),
      'docs',
      '--report',
      './reporter.mjs',
    )
    const files: { path: string; messages: object[] }[] = JSON.parse(stderr)
    const told = files.flatMap(({ path, messages }) =>
      messages.map((message) => ({ file: path, ...message })),
    )
    const expected = check(project, 'docs')
    expect(new Set(expected.map(({ file }) => file)).size).toBe(2)
    const byFile = (a: { file: string }, b: { file: string }): number => (a.file < b.file ? -1 : 1)
    expect(told.toSorted(byFile)).toEqual(expected.toSorted(byFile))
  })

  it('should pass a run without findings', () => {
    const project = createProject({ ...garden, 'docs/TODO.md': '[peas](beds.md#peas)\n' })
    const cli = join(root, 'node_modules', 'remark-cli', 'cli.js')
    const words = ['docs', '--quiet', '--frail', '--use', 'crossoff/remark']
    expect(run(project, process.execPath, cli, ...words)).toEqual({
      exit: 0,
      stdout: '',
      stderr: '',
    })
  })
})
