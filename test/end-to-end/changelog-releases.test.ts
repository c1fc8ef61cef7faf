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
    .map((line) => line.split(' <!--')[0] ?? '')
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

describe('a release that is tagged before its section is written', () => {
  it('should be told as unreleased, if newer than the sections', async () => {
    const repository = bakery(['v1.0.0', undefined, 'v1.1.0', undefined])
    writeFileSync(place(repository), '# News\n\n## 1.0.0\n\n- Rye bread\n')
    const written = ['## Unreleased', '- Fig tarts', '- Spelt buns', '- Oat rolls']
    expect(await write(repository)).toEqual([...written, '## 1.0.0', '- Rye bread'])
    expect(await run(repository, 'changelog', 'check', '--strict')).toEqual([
      'CHANGELOG.md: nothing is missing\n' +
        'note: v1.1.0 has no `CHANGELOG.md` to compare releases with\n',
      0,
    ])
  })

  it('should be told as unreleased, if a newer one has a section and an older one too', async () => {
    const repository = bakery(['v1.0.0', 'v1.0.1', 'v1.1.0'])
    writeFileSync(place(repository), '# News\n\n## 1.1.0\n\n- Spelt\n\n## 1.0.0\n\n- Rye\n')
    expect((await write(repository)).slice(0, 2)).toEqual(['## Unreleased', '- Oat rolls'])
  })
})

describe('the first changelog of a repository with releases', () => {
  it('should begin with the newest of them, and say what is left out', async () => {
    const repository = bakery(['v1.0.0', 'v1.1.0', 'v1.2.0', undefined])
    const left = 'note: 2 entries are of older releases, which `CHANGELOG.md` does not have\n'
    const [checked] = await run(repository, 'changelog', 'check')
    expect(checked).toContain(left)
    const [written] = await run(repository, 'changelog', '--write', 'CHANGELOG.md')
    expect(written).toContain(left)
    expect(await write(repository)).toEqual(['## [Unreleased]', '- Fig tarts', '- Spelt buns'])
  })

  it('should not be said to lack nothing while it is not there', async () => {
    const repository = bakery([])
    expect(await run(repository, 'changelog', 'check')).toEqual(['CHANGELOG.md is not there\n', 0])
  })
})

describe('a section that crossoff did not write', () => {
  it('should be left alone, and what it may lack be counted', async () => {
    const repository = bakery(['v1.0.0'])
    writeFileSync(place(repository), '# News\n\n## 1.0.0\n\n- Better bread\n')
    expect(await run(repository, 'changelog', 'check', '--strict')).toEqual([
      'CHANGELOG.md: nothing is missing\n' +
        'note: 1 entry is not found in releases of `CHANGELOG.md` that crossoff did not write\n' +
        'note: v1.0.0 has no `CHANGELOG.md` to compare releases with\n',
      0,
    ])
  })
})

describe('the releases of packages', () => {
  it('should be told by the tags of each document', async () => {
    const repository = createRepository()
    const plan = '# Plan\n\n## Features\n\n- Bake rye\n- Sell\n'
    const later = plan.replace('- Bake rye\n', '')
    const tags = { 'packages/oven/**': 'oven@{version}', 'packages/till/**': 'till@{version}' }
    const config = { documents: ['packages/*/TODO.md', 'TODO.md'], changelog: { tags } }
    const documents = ['packages/oven/TODO.md', 'packages/till/TODO.md', 'TODO.md']
    repository.commit('docs: plan', {
      'crossoff.config.json': JSON.stringify(config),
      ...Object.fromEntries(documents.map((file) => [file, plan])),
    })
    for (const [index, file] of documents.entries()) {
      repository.commit('feat: bake', { [file]: later, [`${String(index)}.c`]: 'bake();\n' })
      if (index === 0) repository.git('tag', 'oven@1.0.0')
    }
    repository.git('tag', 'till@2.0.0')
    const [text] = await run(repository, 'changelog', '--json')
    const { entries } = JSON.parse(text) as { entries: { file: string; release?: string }[] }
    expect(entries.map(({ file, release }) => [file, release])).toEqual([
      ['TODO.md', undefined],
      ['packages/till/TODO.md', '2.0.0'],
      ['packages/oven/TODO.md', '1.0.0'],
    ])
    const [list] = await run(repository, 'changelog')
    expect(list.split('\n').filter((line) => line.startsWith('## '))).toEqual([
      '## Unreleased',
      '## 2.0.0 - 2024-02-29',
      '## 1.0.0 - 2024-02-29',
    ])
  })
})
