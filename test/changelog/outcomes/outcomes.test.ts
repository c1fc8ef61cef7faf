import { describe, expect, it } from 'vitest'
import { type LedgerCommit, readMemoryLedger } from '../read-memory-ledger.ts'

const full = `# Bakery

## Features

- oven timer for the stone oven
- rye starter, kept warm

## Fixes

- [ ] scale drifts in winter
`

const without = full.replace('- oven timer for the stone oven\n', '')

/** Tells the entries of a history: `shipped by code: oven timer`. */
async function tell(...commits: LedgerCommit[]): Promise<string[]> {
  const { entries } = await readMemoryLedger([{ content: full, message: 'docs: list' }, ...commits])
  return entries.map(({ outcome, evidence, title }) => `${outcome} by ${evidence.rule}: ${title}`)
}

/** Tells the rule and the outcome for the timer, dropped in one commit. */
async function tellDrop(message: string, ...paths: string[]): Promise<string> {
  const [told = ''] = await tell({ content: without, message, paths })
  return told.replace(': oven timer for the stone oven', '')
}

describe('outcomes', () => {
  it.each([
    ['feat(oven): ring a bell', ['src/oven.ts'], 'shipped by code'],
    ['fix: ring the bell', ['src/oven.ts'], 'shipped by code'],
    ['perf: ring faster', [], 'shipped by code'],
    ['refactor: one bell\n\nThis was not possible before.', ['src/oven.ts'], 'shipped by code'],
    ['Add an oven timer', ['src/oven.ts'], 'shipped by code'],
    ['Update dependencies', ['package-lock.json'], 'unknown by none'],
    ['Revert "feat: oven timer"', ['src/oven.ts'], 'unknown by none'],
    ['chore: not building an oven timer', ['src/oven.ts'], 'unknown by none'],
    ['fix: typo in TODO', [], 'unknown by none'],
    ['refactor: move TODO items to the tracker', [], 'merged by words'],
    ['feat: remove the oven timer', [], 'unknown by none'],
    ['fix(todo): drop the oven timer idea', [], 'abandoned by words'],
    ['feat: tidy\n\nThe oven timer is out of scope.', [], 'abandoned by code'],
    ['feat: tidy\n\nThe bread slicer is out of scope.', [], 'shipped by code'],
    ['docs: the oven timer is done', [], 'done by words'],
    ['docs: cross off an item', [], 'done by words'],
    ['docs(todo): drop the oven timer\n\nThis is not gonna work out.', [], 'abandoned by words'],
    ['docs: drop the oven timer, tracked in #12', [], 'merged by words'],
    ['docs: clean\n\nThe slicer is done. The oven timer is obsolete.', [], 'abandoned by words'],
    ['docs: describe the oven timer', ['docs/oven.md'], 'shipped by work'],
    ['docs: clean', ['docs/oven.md'], 'unknown by none'],
    ['docs: drop the oven timer', [], 'unknown by none'],
    ['', [], 'unknown by none'],
  ])('should tell %j with %j: %s', async (message, paths, told) => {
    expect(await tellDrop(message, ...paths)).toBe(told)
  })

  it.each([
    ['docs: clean\n\nTodo-Outcome: abandoned', 'abandoned by trailer'],
    ['feat: ring\n\ntodo-outcome: done', 'done by trailer'],
    ['docs: clean\n\nTodo-Outcome: done "Oven timer"', 'done by trailer'],
    ['docs: clean\n\nTodo-Outcome: done rye starter', 'unknown by none'],
    ['docs: clean\n\nTodo-Outcome: merged.\n\nIt is squashed.', 'merged by trailer'],
    [
      'docs: clean\n\nTodo-Outcome: done oven\nTodo-Outcome: merged Oven `timer` for the stone oven',
      'merged by trailer',
    ],
    ['docs: clean\n\n# Keep one: done\n# Todo-Outcome: shipped|done', 'unknown by none'],
    ['docs: clean\n\nTodo-Outcome: eaten', 'unknown by none'],
    ['docs: x\n\nTodo-Outcome: done\nTodo-Outcome: merged oven', 'merged by trailer'],
  ])('should believe the trailer in %j: %s', async (message, told) => {
    expect(await tellDrop(message)).toBe(told)
  })

  it.each([
    ['Reject odd loaves', 'docs: reject odd loaves is implemented', 'done'],
    ['Warn about outdated flour', 'docs: warn about outdated flour: done', 'done'],
    ['Fixed-size tins', 'docs: drop fixed-size tins, not useful', 'abandoned'],
    ['Delete the baking plan', 'docs: removed plans item because it shipped', 'done'],
    ['Obsolete ovens cleanup', 'docs: remove obsolete ovens cleanup', 'unknown'],
    ['Slicer (wontfix)', 'docs: tidy', 'abandoned'],
  ])(
    'should not take the words of the title %j for a verdict: %s',
    async (title, message, told) => {
      const { entries } = await readMemoryLedger([
        { content: `# Bakery\n\n- ${title}\n- stay\n` },
        { content: '# Bakery\n\n- stay\n', message },
      ])
      expect(entries.map(({ outcome }) => outcome)).toEqual([told])
    },
  )

  it.each([
    ['docs: oven done, bell abandoned, lamp merged into fan', 'done abandoned merged'],
    ['docs: oven is done but bell is not', 'done unknown unknown'],
    ['docs: drop oven (done) and bell (not doing it)', 'done abandoned unknown'],
    ['docs: oven and bell are done', 'done done unknown'],
    [
      'docs: tidy\n\n- oven: done\n- bell: obsolete\n- lamp: tracked in #4',
      'done abandoned merged',
    ],
    ['feat: hot oven; drop the bell and lamp ideas', 'shipped abandoned abandoned', 'oven.c'],
    ['docs: all of these are done', 'done done done'],
  ])('should tell items apart that left together, in %j: %s', async (message, told, ...paths) => {
    const { entries } = await readMemoryLedger([
      { content: '# Bakery\n\n- oven that heats\n- bell that rings\n- lamp that glows\n- stay\n' },
      { content: '# Bakery\n\n- stay\n', message, paths },
    ])
    const found = entries.toSorted(
      (a, b) => 'obl'.indexOf(a.title.charAt(0)) - 'obl'.indexOf(b.title.charAt(0)),
    )
    expect(found.map(({ outcome }) => outcome).join(' ')).toBe(told)
  })

  it('should tell an item that is brought back', async () => {
    expect(
      await tell({ content: without, message: 'feat: ring' }, { content: full, message: 'revert' }),
    ).toEqual(['undone by returned: oven timer for the stone oven'])
  })

  it('should tell each time that an item leaves', async () => {
    const dropped = { content: without, message: 'feat: ring' }
    expect(await tell(dropped, { content: full }, dropped)).toEqual([
      'shipped by code: oven timer for the stone oven',
      'undone by returned: oven timer for the stone oven',
    ])
  })

  it('should tell a box that is checked, and not again when the item is dropped', async () => {
    const content = full.replace('[ ]', '[x]')
    const gone = full.replace('- [ ] scale drifts in winter\n', '')
    expect(await tell({ content }, { content: gone, message: 'docs: tidy' })).toEqual([
      'done by checked: scale drifts in winter',
    ])
    expect(await tell({ content, message: 'fix: scale', paths: ['scale.c'] })).toEqual([
      'shipped by code: scale drifts in winter',
    ])
    const later = { content: gone, message: 'docs: tidy\n\nTodo-Outcome: abandoned' }
    expect(await tell({ content }, later)).toEqual(['abandoned by trailer: scale drifts in winter'])
    expect(await tell({ content }, { content: full })).toEqual([
      'undone by returned: scale drifts in winter',
    ])
  })

  it('should take an item for done that was checked from the start', async () => {
    const { entries } = await readMemoryLedger([
      { content: full.replace('[ ]', '[x]') },
      { content: full.replace('- [ ] scale drifts in winter\n', ''), message: 'docs: tidy' },
    ])
    expect(entries.map(({ outcome, evidence }) => [outcome, evidence.text])).toEqual([
      ['done', 'it was checked when it left'],
    ])
  })

  it('should tell a parent that is checked with its children once', async () => {
    const open = '- [ ] ovens\n  - [ ] stone\n  - [ ] steel\n'
    const { entries } = await readMemoryLedger([
      { content: open },
      { content: open.replaceAll('[ ]', '[x]') },
    ])
    expect(entries.map(({ title }) => title)).toEqual(['ovens'])
  })

  it('should tell what goes to the archive, what comes back, and nothing of what leaves it', async () => {
    const archive = `${without}\n## ✅ Done\n\n- oven timer for the stone oven\n`
    const moved = { content: archive, message: 'docs: tidy' }
    expect(await tell(moved)).toEqual(['done by archived: oven timer for the stone oven'])
    expect(await tell(moved, { content: without, message: 'docs: empty' })).toEqual([
      'done by archived: oven timer for the stone oven',
    ])
    expect(await tell(moved, { content: full })).toEqual([
      'undone by returned: oven timer for the stone oven',
    ])
  })

  it('should say nothing of what was never open here', async () => {
    const { entries } = await readMemoryLedger([
      { content: '# Bakery\n\n- rye\n\n# Done\n\n- wheat\n' },
      { content: '# Bakery\n\n- rye\n\n# Done\n' },
    ])
    expect(entries).toEqual([])
  })

  it('should take what another item took over for merged', async () => {
    const story = 'warm water and a spoon of salt go into the bowl before the flour does'
    const { entries } = await readMemoryLedger([
      { content: `# Bakery\n\n- dough\n\n  ${story}, then it rests.\n\n- loaf\n` },
      { content: `# Bakery\n\n- loaf\n\n  ${story}, then it rests.\n` },
    ])
    expect(entries.map(({ outcome, evidence }) => [outcome, evidence])).toEqual([
      ['merged', { rule: 'taken', text: 'into Bakery › loaf' }],
    ])
  })

  it('should take a heading whose items stay for merged', async () => {
    const { entries } = await readMemoryLedger([
      { content: '# Bakery\n\n## Ovens\n\n- stone oven with a timer\n- steel oven\n' },
      { content: '# Bakery\n\n- stone oven with a timer\n- steel oven\n' },
    ])
    expect(entries.map(({ outcome, evidence, title }) => [title, outcome, evidence.rule])).toEqual([
      ['Ovens', 'merged', 'kept'],
    ])
  })

  it('should take what a reworked section leaves out for merged', async () => {
    const content = full.replace('- rye starter, kept warm\n', '- sourdough, both kinds of it\n')
    expect(await tell({ content, message: 'docs(todo): rework the features' })).toEqual([
      'merged by reworked: rye starter, kept warm',
    ])
  })

  it('should tell an item that two branches drop once', async () => {
    expect(
      await tell(
        { content: without, message: 'feat: ring', parents: [0] },
        { content: without.replace('winter', 'spring'), message: 'docs: off', parents: [0] },
        { content: without, message: 'merge', parents: [1, 2] },
      ),
    ).toHaveLength(1)
  })
})
