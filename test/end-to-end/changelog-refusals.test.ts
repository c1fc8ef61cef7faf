import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { createFakeHost } from '../fakes/fake-host.ts'
import { createRepository, type GitRepository } from '../fakes/git-repository.ts'
import { gitEnvironment } from '../fakes/temporary-folder.ts'

async function run({ root }: GitRepository, ...words: string[]): Promise<[number, string, string]> {
  const host = createFakeHost(root, { environment: gitEnvironment })
  const code = await main(['changelog', ...words], host)
  return [code, host.output(1), host.output(2)]
}

const plan = '# Bakery\n\n## Features\n\n- Heat the oven\n- Ring a bell\n'

/** A bakery that heats its oven. */
function bakery(): GitRepository {
  const repository = createRepository()
  repository.commit('docs: plan', { 'TODO.md': plan })
  const later = plan.replace('- Heat the oven\n', '')
  repository.commit('feat: heat the oven', { 'TODO.md': later, 'oven.c': 'heat();\n' })
  return repository
}

describe('what changelog refuses', () => {
  it.each([
    ['--write N.md --fragments scriv', '`--write` and `--fragments` mean nothing together'],
    ['--write N.md --format markdown', '`--write` and `--format` mean nothing together'],
    ['check --release 1.0.0', '`check` and `--release` mean nothing together'],
    ['--strict', '`--strict` means nothing without `check`'],
    ['--dry-run', '`--dry-run` means nothing without `--write` or `--fragments`'],
    ['--into news', '`--into` means nothing without `--fragments`'],
    ['--package oven', '`--package` means nothing without `--fragments`'],
    ['HEAD:TODO.md', '`HEAD:TODO.md` names a file\n  expected commits, such as `v1.0..HEAD`'],
    ['..', '`..` has no commit at either end\n  expected commits, such as `v1.0..HEAD`'],
    [
      '--write TODO.md',
      '`TODO.md` is a document of items\n  expected a changelog, such as `CHANGELOG.md`',
    ],
  ])('should refuse %j', async (words, message) => {
    expect(await run(bakery(), ...words.split(' '))).toEqual([2, '', `crossoff: ${message}\n`])
  })

  it('should refuse a changelog of another repository', async () => {
    const other = bakery()
    const here = bakery()
    const path = `${other.root}/CHANGELOG.md`
    expect(await run(here, '--write', path)).toEqual([
      2,
      '',
      expect.stringContaining(`\`${path}\` lies outside of \`${here.root}\``),
    ])
    expect(existsSync(path)).toBe(false)
  })

  it('should say that digits in YAML need quotes', async () => {
    const repository = bakery()
    repository.commit('docs: outcomes', {
      'crossoff.config.json': '{ "changelog": { "overrides": "outcomes.yaml" } }',
      'outcomes.yaml': 'version: 1\nentries:\n  - item: Heat\n    commit: 1234567\n',
    })
    const [code, , errors] = await run(repository)
    expect([code, errors]).toEqual([2, expect.stringContaining('put it in quotes')])
  })

  it('should list fragments without writing them', async () => {
    const repository = bakery()
    const [code, output] = await run(repository, '--fragments', 'scriv', '--dry-run')
    expect([code, output]).toEqual([0, expect.stringContaining('planned changelog.d/')])
    expect(existsSync(join(repository.root, 'changelog.d'))).toBe(false)
  })

  it('should let no template change an entry', async () => {
    const repository = bakery()
    writeFileSync(
      join(repository.root, 'loud.mjs'),
      'export default (entry) => { entry.key = "mine"; return entry.title }\n',
    )
    const [code, , errors] = await run(repository, '--template', 'loud.mjs')
    expect([code, errors]).toEqual([2, expect.stringContaining('Cannot assign to read only')])
  })
})
