import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { createFakeHost } from '../fakes/fake-host.ts'
import { createRepository, type GitRepository } from '../fakes/git-repository.ts'
import { gitEnvironment } from '../fakes/temporary-folder.ts'

const plan = `# Garden

## Beds

- Dig the north bed, all of it
- Sow runner beans in rows
- Mulch the paths with bark

## Shed

- Oil the hinges of the door
- Mend the window above it
`

const without = (text: string, ...words: string[]): string =>
  words.reduce((rest, word) => rest.replace(new RegExp(`- ${word}.*\n`, 'u'), ''), text)

/** Runs crossoff in a repository, and gives what it printed. */
async function run({ root }: GitRepository, ...words: string[]): Promise<string> {
  const host = createFakeHost(root, { environment: gitEnvironment })
  const code = await main(words, host)
  expect(host.output(2)).toBe('')
  expect(code).toBe(0)
  return host.output(1)
}

async function write(repository: GitRepository): Promise<string> {
  await run(repository, 'changelog', '--write', 'CHANGELOG.md')
  return readFileSync(join(repository.root, 'CHANGELOG.md'), 'utf8')
}

async function keys(repository: GitRepository): Promise<string[]> {
  const { entries } = JSON.parse(await run(repository, 'changelog', '--json')) as {
    entries: { key: string }[]
  }
  return entries.map(({ key }) => key).sort()
}

/** The text of a changelog, without what only crossoff reads. */
const told = (text: string): string => text.replaceAll(/ <!-- crossoff [0-9a-f -]+>/gu, '')

/** A garden that was planned on main, and dug and sown on a branch. */
function garden(trailer = ''): GitRepository {
  const repository = createRepository()
  repository.commit('docs: plan', { 'TODO.md': plan })
  repository.git('checkout', '--quiet', '-b', 'spring')
  const dug = without(plan, 'Dig')
  const id = (name: string): string => (trailer === '' ? '' : `\n\n${trailer}: I${name}`)
  repository.commit(`feat: dig (#1)${id('d16')}`, { 'TODO.md': dug, 'north.txt': 'dug' })
  repository.commit(`feat: sow (#2)${id('5e0')}`, {
    'TODO.md': without(dug, 'Sow'),
    'north.txt': 'sown',
  })
  return repository
}

describe('a changelog that is written again', () => {
  it('should not change when nothing happened', async () => {
    const repository = garden()
    const first = await write(repository)
    expect(first.match(/<!-- crossoff/gu)).toHaveLength(2)
    expect(await write(repository)).toBe(first)
    repository.commit('docs: changelog')
    expect(await write(repository)).toBe(first)
  })

  it('should keep the wording of a person', async () => {
    const repository = garden()
    const worded = (await write(repository)).replace('Dig the north bed, all of it', 'Beds are dug')
    writeFileSync(join(repository.root, 'CHANGELOG.md'), worded)
    expect(await write(repository)).toBe(worded)
  })

  it('should carry over what is told better, where nobody touched it', async () => {
    const repository = garden()
    const first = await write(repository)
    repository.git('commit', '--quiet', '--amend', '-m', 'feat: sow (#20)')
    expect(told(await write(repository))).toBe(told(first).replace('(#2)', '(#20)'))
  })

  it.each(['', 'Change-Id'])('should stay when commits are amended, with %j', async (trailer) => {
    const repository = garden(trailer)
    const [text, before] = [await write(repository), await keys(repository)]
    writeFileSync(join(repository.root, 'north.txt'), 'sown in rows')
    repository.git('commit', '--quiet', '--amend', '--all', '--no-edit')
    expect([await write(repository), await keys(repository)]).toEqual([text, before])
  })

  it.each(['', 'Change-Id'])('should stay when a branch is rebased, with %j', async (trailer) => {
    const repository = garden(trailer)
    const [text, before] = [await write(repository), await keys(repository)]
    repository.git('checkout', '--quiet', 'main')
    repository.commit('docs: fix the window', { 'TODO.md': without(plan, 'Mend'), 'w.txt': 'w' })
    repository.git('rebase', '--quiet', 'main', 'spring')
    const after = await keys(repository)
    expect(after).toEqual(expect.arrayContaining(before))
    expect(after).toHaveLength(3)
    // That window has no type that a changelog has: nothing told what became of it.
    expect(await write(repository)).toBe(text)
  })

  it.each(['', 'Change-Id'])('should stay when a commit is picked, with %j', async (trailer) => {
    const repository = garden(trailer)
    const [text, before] = [await write(repository), await keys(repository)]
    repository.git('checkout', '--quiet', 'main')
    repository.commit('docs: a hose', { 'hose.txt': 'green' })
    repository.git('cherry-pick', 'spring~1', 'spring')
    expect([await write(repository), await keys(repository)]).toEqual([text, before])
    repository.git('merge', '--quiet', '--no-edit', 'spring')
    expect([await write(repository), await keys(repository)]).toEqual([text, before])
  })

  it('should stay when two commits become one', async () => {
    const repository = garden()
    const before = await keys(repository)
    const text = await write(repository)
    repository.git('reset', '--quiet', '--soft', 'main')
    repository.git('commit', '--quiet', '-m', 'feat: dig (#1)\n\nfeat: sow')
    expect(await keys(repository)).toEqual(before)
    // The entry of the second has the first's number now.
    expect(told(await write(repository))).toBe(told(text).replace('(#2)', '(#1)'))
  })

  it('should know the entries again when two of Gerrit’s commits become one', async () => {
    const repository = garden('Change-Id')
    const text = await write(repository)
    repository.git('reset', '--quiet', '--soft', 'main')
    repository.git('commit', '--quiet', '-m', 'feat: dig (#1)\n\nChange-Id: Id16')
    expect(told(await write(repository))).toBe(told(text).replace('(#2)', '(#1)'))
  })

  it('should take out what came back', async () => {
    const repository = garden()
    const first = await write(repository)
    repository.git('revert', '--no-edit', 'HEAD')
    const lines = first.split('\n').filter((line) => !line.startsWith('- Sow'))
    expect(await write(repository)).toBe(lines.join('\n'))
  })

  it('should take out what people leave out, or know to be given up', async () => {
    const repository = garden()
    await write(repository)
    writeFileSync(
      join(repository.root, 'crossoff.config.json'),
      '{ "changelog": { "overrides": "outcomes.yaml" } }',
    )
    writeFileSync(
      join(repository.root, 'outcomes.yaml'),
      'version: 1\nentries:\n  - { item: Dig, omit: true }\n  - { item: Sow, outcome: abandoned }\n',
    )
    expect(await write(repository)).not.toContain('<!-- crossoff')
  })
})
