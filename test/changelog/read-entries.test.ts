import { describe, expect, it } from 'vitest'
import { type LedgerCommit, readMemoryLedger } from './read-memory-ledger.ts'

const start = '# Bakery\n\n## Features\n\n- rye starter\n- oven timer for the stone oven\n'
const end = '# Bakery\n\n## Features\n'

async function readOne(message: string, options?: Parameters<typeof readMemoryLedger>[1]) {
  const commits: LedgerCommit[] = [
    { content: start },
    { content: start.replace('- rye starter\n', ''), message },
  ]
  const { entries, used } = await readMemoryLedger(commits, options)
  return { entry: entries[0], used }
}

describe('readEntries', () => {
  it('should tell all of an entry', async () => {
    const { entry } = await readOne('feat(dough)!: bake rye\n\nIt is sour.\n\nChange-Id: I7e4c')
    expect(entry).toEqual({
      key: expect.stringMatching(/^[0-9a-f]{12}-[0-9a-f]{8}$/u) as string,
      change: 'dropped',
      outcome: 'shipped',
      evidence: { rule: 'code', text: 'feat(dough)!: bake rye' },
      item: expect.stringMatching(/^[0-9a-f]{12}$/u) as string,
      kind: 'bullet',
      title: 'rye starter',
      path: ['Bakery', 'Features', 'rye starter'],
      file: 'TODO.md',
      summary: 'rye starter',
      reason: 'It is sour.',
      type: 'Added',
      commitType: 'feat',
      breaking: true,
      commit: expect.any(String) as string,
      date: '2024-01-02T00:00:00+00:00',
      author: 'Ada',
      subject: 'commit 1',
      refs: [],
    })
  })

  it.each([
    ['feat(dough)!: bake rye', 'feat', true],
    ['Feat: bake rye\n\nBREAKING CHANGE: loaves are heavier', 'feat', true],
    ['bake rye\n\nBREAKING-CHANGE: loaves are heavier', undefined, true],
    ['Merge pull request #12 from ana/rye\n\nfeat!: bake rye', 'feat', true],
    ['perf: bake rye', 'perf', undefined],
  ])('should tell what the commit says of itself: %j', async (message, commitType, breaking) => {
    const { entry } = await readOne(message)
    expect(entry?.commitType).toBe(commitType)
    expect(entry?.breaking).toBe(breaking)
  })

  it('should keep the key when commits are others', async () => {
    const [one, other] = await Promise.all([
      readOne('feat: rye'),
      readOne('docs: rye is done', { salt: 'rebased' }),
    ])
    expect(one.entry?.key).toBe(other.entry?.key)
    expect(one.entry?.commit).not.toBe(other.entry?.commit)
  })

  it('should take the Change-Id for the second half of the key', async () => {
    const [one, same, other] = await Promise.all([
      readOne('feat: rye\n\nChange-Id: I1'),
      readOne('docs: rye\n\nchange-id: I1', { salt: 'amended' }),
      readOne('feat: rye\n\nChange-Id: I2'),
    ])
    expect(same.entry?.key).toBe(one.entry?.key)
    expect(other.entry?.key).not.toBe(one.entry?.key)
    expect(other.entry?.key.slice(0, 12)).toBe(one.entry?.key.slice(0, 12))
  })

  it('should let a person say everything else', async () => {
    const override = {
      item: 'Rye',
      outcome: 'abandoned',
      summary: 'No *rye*',
      reason: '',
      type: 'Removed',
    } as const
    const { entry, used } = await readOne('feat: rye', { overrides: [override] })
    expect(entry).toMatchObject({
      outcome: 'abandoned',
      evidence: { rule: 'override', text: 'Rye' },
      summary: 'No *rye*',
      reason: '',
      type: 'Removed',
    })
    expect([...used]).toEqual([override])
  })

  it('should find the override by key, by identity and by commit, and leave entries out', async () => {
    const { entry } = await readOne('feat: rye')
    const { key = '', item = '', commit = '' } = entry ?? {}
    const omit = true
    for (const override of [
      { item: key, omit },
      { item, omit },
      { item: 'rye', commit, omit },
    ]) {
      expect((await readOne('feat: rye', { overrides: [override] })).entry).toBeUndefined()
    }
    for (const override of [{ item: 'wheat' }, { item: 'rye', commit: 'ffff' }]) {
      const { entry: there, used } = await readOne('feat: rye', { overrides: [override] })
      expect(there?.outcome).toBe('shipped')
      expect(used.size).toBe(0)
    }
  })

  it.each([
    ['fix: rye', 'Fixed'],
    ['perf: rye', 'Changed'],
    ['docs: rye is done', 'Added'],
    ['docs: rye is done\n\nChangelog: security', 'Security'],
    ['docs: rye is obsolete', undefined],
    ['docs: rye', undefined],
  ])('should file %j under %s', async (message, type) => {
    expect((await readOne(message)).entry?.type).toBe(type)
  })

  it('should list the newest first', async () => {
    const { entries } = await readMemoryLedger([
      { content: start },
      { content: start.replace('- rye starter\n', '') },
      { content: end },
    ])
    expect(entries.map(({ summary }) => summary)).toEqual([
      'oven timer for the stone oven',
      'rye starter',
    ])
  })

  it.each([
    ['Features', 'Dropdown menu', 'Added'],
    ['Later', 'Resolver with a cache', 'Changed'],
    ['Later', 'Fix the resolver', 'Fixed'],
    ['Later', 'Address book', 'Changed'],
    ['Later', 'Supports rye', 'Added'],
    ['Remove duplicates', 'Sort loaves', 'Changed'],
    ['Removals', 'Sort loaves', 'Removed'],
  ])(
    'should file by words, not by how they begin: %s › %s under %s',
    async (section, title, type) => {
      const { entries } = await readMemoryLedger([
        { content: `# Bakery\n\n## ${section}\n\n- ${title}\n- stay\n` },
        { content: `# Bakery\n\n## ${section}\n\n- stay\n`, message: 'docs: all of it is done' },
      ])
      expect(entries.map((entry) => entry.type)).toEqual([type])
    },
  )
})
