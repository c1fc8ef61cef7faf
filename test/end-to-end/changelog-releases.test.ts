import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { createFakeHost } from '../fakes/fake-host.ts'
import { createRepository, type GitRepository } from '../fakes/git-repository.ts'
import { gitEnvironment } from '../fakes/temporary-folder.ts'

const goods = ['Rye bread', 'Oat rolls', 'Spelt buns', 'Fig tarts']

/** Runs crossoff in a repository, and gives what it printed and how it ended. */
async function run({ root }: GitRepository, ...words: string[]): Promise<[string, number]> {
  const host = createFakeHost(root, { environment: gitEnvironment })
  const code = await main(words, host)
  expect(host.output(2)).toBe('')
  return [host.output(1), code]
}

/** A bakery that bakes one good after another; each is tagged, where it has a tag. */
function bakery(tags: readonly (string | undefined)[]): GitRepository {
  const repository = createRepository()
  const planned = (from: number): string =>
    `# Bakery\n\n## Features\n\n${[...goods.slice(from), 'Sell'].map((good) => `- ${good}\n`).join('')}`
  repository.commit('docs: plan', { 'TODO.md': planned(0) })
  for (const [index, tag] of tags.entries()) {
    const name = `good-${String(index)}.c`
    repository.commit('feat: bake', { 'TODO.md': planned(index + 1), [name]: 'bake();\n' })
    if (tag !== undefined) repository.git('tag', tag)
  }
  return repository
}

const place = ({ root }: GitRepository): string => join(root, 'CHANGELOG.md')

/** The releases of the changelog that is written, and their bullets, without comments. */
async function write(repository: GitRepository): Promise<string[]> {
  await run(repository, 'changelog', '--write', 'CHANGELOG.md')
  const lines = readFileSync(place(repository), 'utf8').split('\n')
  return lines
    .filter((line) => /^(?:## |- )/u.test(line))
    .map((line) => line.replace(/ <!--.*-->$/u, ''))
}

describe('a pre-release', () => {
  it('should release nothing', async () => {
    const repository = bakery(['v1.0.0-rc.1'])
    expect(await run(repository, 'changelog', 'check', '--strict')).toEqual([
      expect.stringContaining('lacks 1 entry\n  Rye bread\n'),
      1,
    ])
    expect(await write(repository)).toEqual(['## [Unreleased]', '- Rye bread'])
  })

  it('should be a release where the changelog has a section of it', async () => {
    const repository = bakery(['v1.0.0-rc.1', undefined])
    writeFileSync(place(repository), '# News\n\n## 1.0.0-rc.1\n\n- Rye bread\n')
    expect(await write(repository)).toEqual([
      '## Unreleased',
      '- Oat rolls',
      '## 1.0.0-rc.1',
      '- Rye bread',
    ])
  })
})
