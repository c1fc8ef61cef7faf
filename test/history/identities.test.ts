import { describe, expect, it } from 'vitest'
import { Identities } from '../../src/history/identities.ts'
import type { Trace } from '../../src/history/transition.ts'
import { createMemoryHistory } from '../fakes/memory-history.ts'
import { readMemory } from './read-memory.ts'
import { tellEvents } from './tell-events.ts'

const nobody = (): boolean => false

function trace(path: readonly string[], key: string, rest: Partial<Trace> = {}): Trace {
  return { number: 0, kind: 'bullet', path, key, ...rest }
}

describe('Identities', () => {
  it('should give each new item an identity of its own, which follows from its place', () => {
    const identities = new Identities()
    const traces = [
      trace(['Beds', 'peas'], 'a'),
      trace(['Beds', 'peas'], 'a'),
      trace(['Shed', 'peas'], 'a'),
      trace(['Beds', 'peas'], 'a', { kind: 'section' }),
      trace(['Beds › peas'], 'a'),
    ]
    const items = traces.map((each) => identities.identify(each, nobody))
    expect(new Set(items).size).toBe(items.length)
    for (const item of items) expect(item).toMatch(/^[0-9a-f]{12}$/u)
    const again = new Identities()
    expect(traces.map((each) => again.identify(each, nobody))).toEqual(items)
    const reworded = new Identities()
    expect(reworded.identify(trace(['Beds', 'peas'], 'b'), nobody)).toBe(items[0])
  })

  it('should know an item again by what it says, wherever it comes back', () => {
    const identities = new Identities()
    const peas = identities.identify(trace(['Beds', 'peas'], 'text of peas'), nobody)
    identities.bury(peas, trace(['Beds', 'peas'], 'text of peas'))
    expect(identities.identify(trace(['Shed', 'seeds', 'peas'], 'text of peas'), nobody)).toBe(peas)
  })

  it('should know an item again by its place, whatever it says', () => {
    const identities = new Identities()
    const peas = identities.identify(trace(['Beds', 'peas'], 'old'), nobody)
    identities.bury(peas, trace(['Beds', 'peas'], 'newer'))
    expect(identities.identify(trace(['Beds', 'peas'], 'newest'), nobody)).toBe(peas)
  })

  it('should know it by its last words, not by its first', () => {
    const identities = new Identities()
    const peas = identities.identify(trace(['Beds', 'peas'], 'first'), nobody)
    identities.bury(peas, trace(['Beds', 'beans'], 'last'))
    expect(identities.identify(trace(['Shed', 'peas'], 'first'), nobody)).not.toBe(peas)
    expect(identities.identify(trace(['Shed', 'beans'], 'last'), nobody)).toBe(peas)
  })

  it('should take what an item says before where it stood', () => {
    const identities = new Identities()
    const peas = identities.identify(trace(['Beds', 'peas'], 'p'), nobody)
    const beans = identities.identify(trace(['Beds', 'beans'], 'b'), nobody)
    identities.bury(peas, trace(['Beds', 'peas'], 'p'))
    identities.bury(beans, trace(['Beds', 'beans'], 'b'))
    expect(identities.identify(trace(['Beds', 'beans'], 'p'), nobody)).toBe(peas)
    expect(identities.identify(trace(['Beds', 'beans'], 'x'), nobody)).toBe(beans)
  })

  it('should bring back the last that went, then the one before, then none', () => {
    const identities = new Identities()
    const place = trace(['Beds', 'peas'], 'p')
    const [first, second] = [1, 2].map(() => identities.identify(place, nobody))
    identities.bury(first!, place)
    identities.bury(second!, place)
    expect(identities.identify(place, nobody)).toBe(second)
    expect(identities.identify(place, (item) => item === second)).toBe(first)
    const there = new Set([first, second])
    expect(there).not.toContain(identities.identify(place, (item) => there.has(item)))
  })

  it('should bring back none that is there, nor one of another kind', () => {
    const identities = new Identities()
    const place = trace(['Beds', 'peas'], 'p')
    const peas = identities.identify(place, nobody)
    identities.bury(peas, place)
    expect(identities.identify(place, (item) => item === peas)).not.toBe(peas)
    expect(identities.identify({ ...place, kind: 'section' }, nobody)).not.toBe(peas)
    expect(identities.identify(place, nobody)).toBe(peas)
  })
})

describe('identities of a history', () => {
  const texts = [
    '# Beds\n\n- peas\n- beans\n',
    '# Beds\n\n- beans\n',
    '# Beds\n\n- broad beans\n- kale\n',
    '# Beds\n\n- kale\n- broad beans\n- peas\n',
  ]

  it('should stay the same after all commits were rewritten', async () => {
    const before = await readMemory(createMemoryHistory(texts))
    const after = await readMemory(createMemoryHistory(texts, { salt: 'rebased' }))
    const itemsOf = ({ events }: typeof before): string[] => events.map(({ item }) => item)
    expect(itemsOf(after)).toEqual(itemsOf(before))
    expect(after.tip).toEqual(before.tip)
    expect(after.events[0]!.revision.commit).not.toBe(before.events[0]!.revision.commit)
  })

  it('should stay the same after the commits of an item were made one', async () => {
    const before = await readMemory(createMemoryHistory(texts))
    const squashed = await readMemory(createMemoryHistory([texts[0]!, texts[3]!]))
    const peas = ({ events }: typeof before): string => events.find(isPeas)!.item
    expect(peas(squashed)).toBe(peas(before))
  })

  it('should stay the same where commits that change nothing come between', async () => {
    const before = await readMemory(createMemoryHistory(texts))
    const after = await readMemory(
      createMemoryHistory(texts.flatMap((text) => [text, text.replaceAll('- ', '* ')])),
    )
    expect(after.events.map(({ item }) => item)).toEqual(before.events.map(({ item }) => item))
  })

  it('should tell both lives of an item that was dropped and brought back', async () => {
    const { events } = await readMemory(createMemoryHistory(texts))
    const peas = events.filter(({ item }) => item === events.find(isPeas)!.item)
    expect(tellEvents(peas)).toEqual([
      'commit 3: added Beds › peas',
      'commit 1: dropped Beds › peas',
      'commit 0: added Beds › peas (part)',
    ])
  })

  it('should bring back all of a section', async () => {
    const whole = '# Beds\n\n- kale\n\n# Shed\n\n- rake\n- hoe\n'
    const { events, tip } = await readMemory(
      createMemoryHistory([whole, '# Beds\n\n- kale\n', whole]),
    )
    expect(tellEvents(events)).toEqual([
      'commit 2: added Shed',
      'commit 2: added Shed › rake (part)',
      'commit 2: added Shed › hoe (part)',
      'commit 1: dropped Shed',
      'commit 1: dropped Shed › rake (part)',
      'commit 1: dropped Shed › hoe (part)',
      'commit 0: added Beds',
      'commit 0: added Shed',
      'commit 0: added Beds › kale (part)',
      'commit 0: added Shed › rake (part)',
      'commit 0: added Shed › hoe (part)',
    ])
    expect(events.slice(0, 3).map(({ item }) => item)).toEqual(tip!.slice(2))
    expect(events.slice(3, 6).map(({ item }) => item)).toEqual(tip!.slice(2))
  })
})

function isPeas({ path }: { readonly path: readonly string[] }): boolean {
  return path.at(-1) === 'peas'
}
