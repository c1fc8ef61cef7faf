import { describe, expect, it } from 'vitest'
import { selectPastItem } from '../../src/history/select-past-item.ts'
import type { HistoryEvent } from '../../src/history/event.ts'
import { createMemoryHistory } from '../fakes/memory-history.ts'
import { readMemory } from './read-memory.ts'

const texts = [
  '# Garden\n\n- Water the ferns\n- water\n- Mow\n\nSoon:\n\n- Rake `leaves`\n\n## Shed\n\n- Oil the shears\n- Water\n',
  '# Garden\n\n- Water the pot ferns\n- water\n- Mow\n\nSoon:\n\n- Rake `leaves`\n\n## Shed\n\n- Oil the shears\n- Water\n',
  '# Garden\n\n- Mow\n',
]
const { events } = await readMemory(createMemoryHistory(texts))

/** The last event of the item that is found, in words. */
function find(...given: Parameters<typeof selectPastItem>): string {
  const item = selectPastItem(...given)
  const event = given[0].find((each) => each.item === item)
  return `${event?.change ?? ''} ${event?.path.join(' › ') ?? ''}`
}

describe('selectPastItem', () => {
  it.each([
    ['Oil the shears', 'dropped Garden › Shed › Oil the shears'],
    ['water', 'dropped Garden › water'],
    ['Water', 'dropped Garden › Shed › Water'],
    ['OIL THE SHEARS', 'dropped Garden › Shed › Oil the shears'],
    ['oil', 'dropped Garden › Shed › Oil the shears'],
    ['rake leaves', 'dropped Garden › Soon › Rake leaves'],
    ['Rake `leaves`', 'dropped Garden › Soon › Rake leaves'],
    ['Water the ferns', 'dropped Garden › Water the pot ferns'],
    ['Water the pot', 'dropped Garden › Water the pot ferns'],
    ['Mow', 'added Garden › Mow'],
    ['Soon', 'dropped Garden › Soon'],
    ['Soon:', 'dropped Garden › Soon'],
  ])('should find %j', (text, expected) => {
    expect(find(events, { text })).toBe(expected)
  })

  it('should find an item by what its title was before a line break cut it', async () => {
    const cut = ['- paint the gate\n  green\n', '- paint the gate\\\n  green\n']
    const { events: told } = await readMemory(createMemoryHistory(cut))
    expect(told.map(({ change, before, after }) => [change, before, after])).toEqual([
      ['edited', { title: 'paint the gate green' }, { title: 'paint the gate' }],
      ['added', undefined, undefined],
    ])
    expect(find(told, { text: 'paint the gate green' })).toBe('edited paint the gate')
  })

  it('should narrow by kind and by what stands around it', () => {
    expect(find(events, { text: 'wat', in: ['Shed'] })).toBe('dropped Garden › Shed › Water')
    expect(find(events, { text: 'wat', in: ['garden', 'SHED'] })).toBe(
      'dropped Garden › Shed › Water',
    )
    expect(find(events, { text: 's', kind: 'section' })).toBe('dropped Garden › Shed')
    expect(find(events, { text: 's', kind: 'label' })).toBe('dropped Garden › Soon')
  })

  it.each([
    [{ text: 'Fell the oak' }],
    [{ text: '' }],
    [{ text: '  ' }],
    [{ text: 'Mow', kind: 'section' as const }],
    [{ text: 'Mow', in: ['Shed'] }],
    [{ text: 'Oil the shears', in: ['Shed', 'Garden'] }],
    [{ text: 'Oil the shears', in: ['Oil the shears'] }],
  ])('should find none: %j', (selector) => {
    expect(() => find(events, selector)).toThrow(
      expect.objectContaining({
        code: 'item-missing',
        message: `no item is, or ever was, named \`${selector.text}\``,
      }),
    )
  })

  it('should name all that could be meant, and what became of them', () => {
    expect(() => find(events, { text: 'wAtEr' })).toThrow(
      expect.objectContaining({
        code: 'item-ambiguous',
        message: '`wAtEr` names 2 items of the history',
        help: [
          'narrow it down with `--in` or `--kind`:',
          'Garden › water (dropped 2024-01-03)',
          'Garden › Shed › Water (dropped 2024-01-03)',
        ].join('\n'),
      }),
    )
  })

  it('should count from the item to which something happened last', () => {
    const first = find(events, { text: 'wAtEr', nth: 1 })
    const second = find(events, { text: 'wAtEr', nth: 2 })
    expect([first, second]).toEqual(['dropped Garden › water', 'dropped Garden › Shed › Water'])
    expect(() => find(events, { text: 'wAtEr', nth: 3 })).toThrow(
      expect.objectContaining({ code: 'item-missing' }),
    )
  })

  it('should take one item that had several of the titles for one', async () => {
    const memory = createMemoryHistory([
      '- Dig the bed\n',
      '- Dig the beds\n',
      '- Dig the bed\n',
      '',
    ])
    const past: readonly HistoryEvent[] = (await readMemory(memory)).events
    expect(find(past, { text: 'dig' })).toBe('dropped Dig the bed')
  })
})
