import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../src/document/parse-document.ts'
import { hashItem } from '../../src/document/hash-item.ts'
import { walkItems } from '../../src/document/walk-items.ts'
import { CrossoffError } from '../../src/errors.ts'
import { loadEngine } from '../../src/markdown/load-engine.ts'
import { selectItem } from '../../src/selectors/select-item.ts'
import { readTarget, selectTarget } from '../../src/selectors/select-target.ts'
import type { Selector } from '../../src/selectors/selector.ts'

const engine = await loadEngine('satteri')

const document = parseDocument(
  `# Garden

## Beds

- sow \`beans\`
- Sow \`beans\` twice
- water the *ferns*

**Soon:**

- mend the hose

## Shed

- oil the hinges
- door
  - oil the hinges

## Beds

- water the *ferns*
- it's \`-f\`
- -f
`,
  engine,
)

/** The line of the item that a selector names, or what is wrong with it. */
function select(selector: Partial<Selector>): string {
  return attempt(() => selectItem(document, { text: '', ...selector }))
}

function attempt(run: () => { path: readonly string[] }): string {
  try {
    return run().path.join(' › ')
  } catch (error) {
    if (error instanceof CrossoffError) return `${error.code}: ${error.message}\n${error.help}`
    throw error
  }
}

describe('selectItem', () => {
  it('should take the source of a title before its rendered text', () => {
    expect(select({ text: 'sow `beans`' })).toBe('Garden › Beds › sow beans')
    expect(select({ text: 'sow beans' })).toBe('Garden › Beds › sow beans')
  })

  it('should fold case, white space, backticks and emphasis', () => {
    expect(select({ text: 'OIL  the **hinges**', nth: 1 })).toBe('Garden › Shed › oil the hinges')
    expect(select({ text: 'sow beans TWICE' })).toBe('Garden › Beds › Sow beans twice')
  })

  it('should take a prefix that only one title has', () => {
    expect(select({ text: 'mend' })).toBe('Garden › Beds › Soon › mend the hose')
    expect(select({ text: 'sow' })).toMatch(/^item-ambiguous: `sow` names 2 items\n/u)
  })

  it('should take a label with or without its colon', () => {
    expect(select({ text: 'Soon:' })).toBe('Garden › Beds › Soon')
    expect(select({ text: 'soon' })).toBe('Garden › Beds › Soon')
  })

  it('should take the argument literally, whatever characters it holds', () => {
    expect(select({ text: 'Garden › Beds' })).toMatch(/^item-missing: /u)
    expect(select({ text: '.*' })).toMatch(/^item-missing: /u)
    expect(select({ text: '' })).toMatch(/^item-missing: /u)
  })

  it('should narrow by a run of ancestors that ends at any of them', () => {
    expect(select({ text: 'oil the hinges', in: ['door'] })).toBe(
      'Garden › Shed › door › oil the hinges',
    )
    expect(select({ text: 'oil the hinges', in: ['garden', 'SHED'], nth: 2 })).toBe(
      'Garden › Shed › door › oil the hinges',
    )
    expect(select({ text: 'oil the hinges', in: ['Garden', 'door'] })).toBe(
      [
        'item-missing: no item is named `oil the hinges` in `Garden` in `door`',
        'name one of them:',
        'line 15: Garden › Shed › oil the hinges',
        "    'oil the hinges' --line 15",
        'line 17: Garden › Shed › door › oil the hinges',
        "    'oil the hinges' --in 'door'",
      ].join('\n'),
    )
  })

  it('should narrow by kind, line and number', () => {
    expect(select({ text: 'Beds', kind: 'section', nth: 2 })).toBe('Garden › Beds')
    expect(select({ text: 'water the ferns', line: 21 })).toBe('Garden › Beds › water the ferns')
    expect(select({ line: 11 })).toBe('Garden › Beds › Soon › mend the hose')
    expect(select({ text: 'door', kind: 'label' })).toBe(
      'item-missing: no item is named `door` of kind label\ndid you mean `door`?',
    )
    expect(select({ line: 2 })).toBe(
      'item-missing: no item begins on line 2\nlist the items with `crossoff list`',
    )
  })

  it('should say how many items there are where the number is too high', () => {
    expect(select({ text: 'Beds', nth: 3 })).toBe(
      'item-missing: `Beds` names 2 items, so there is no number 3\ngive a number from 1 to 2',
    )
    expect(select({ text: 'mend', nth: 2 })).toBe(
      'item-missing: `mend` names 1 item, so there is no number 2\ngive a number from 1 to 1',
    )
  })

  it('should give a selector to paste for each candidate', () => {
    expect(select({ text: 'oil the hinges' })).toBe(
      [
        'item-ambiguous: `oil the hinges` names 2 items',
        'name one of them:',
        "line 15: Garden › Shed › oil the hinges\n    'oil the hinges' --line 15",
        "line 17: Garden › Shed › door › oil the hinges\n    'oil the hinges' --in 'door'",
      ].join('\n'),
    )
    expect(select({ text: 'water the ferns' })).toContain("'water the ferns' --line 7")
  })

  it('should quote what a shell would read', () => {
    const twice = parseDocument("- it's\n- it's\n- -f\n- -f\n", engine)
    const failure = (text: string): string => attempt(() => selectItem(twice, { text }))
    expect(failure("it's")).toContain(String.raw`'it'\''s' --line 1`)
    expect(failure('-f')).toContain(`--line 4 -- '-f'`)
  })

  it('should count the candidates that it does not show', () => {
    const many = parseDocument('- sow\n'.repeat(12), engine)
    expect(attempt(() => selectItem(many, { text: 'sow' }))).toMatch(
      /line 10: sow\n.*\nand 2 more$/u,
    )
  })

  it('should let each of its own suggestions name just the one item', () => {
    const failure = select({ text: 'oil the hinges' })
    const lines = [...failure.matchAll(/--line (\d+)/gu)].map((match) => Number(match[1]))
    expect(lines.map((line) => select({ text: 'oil the hinges', line }))).toEqual([
      'Garden › Shed › oil the hinges',
    ])
    expect(select({ text: 'oil the hinges', in: ['door'] })).toContain('door')
  })

  it('should suggest titles that hold the text, or are spelt much alike', () => {
    expect(select({ text: 'hose' })).toContain('did you mean `mend the hose`?')
    expect(select({ text: 'oyl the hinges' })).toContain('did you mean `oil the hinges`?')
    expect(select({ text: 'quite another thing' })).toContain('list the items with `crossoff list`')
  })

  it('should guard an item by its hash', () => {
    const item = selectItem(document, { text: 'mend' })
    expect(select({ text: 'mend', expect: hashItem(document, item) })).toContain('mend the hose')
    expect(select({ text: 'mend', expect: '0'.repeat(12) })).toMatch(
      /^item-changed: `mend the hose` has the hash `[0-9a-f]{12}`, not `0{12}`\n/u,
    )
  })
})

describe('selectTarget', () => {
  it('should find every item again by the target that names it', () => {
    const found = walkItems(document.items).map(({ item }) =>
      selectTarget(document, readTarget(document, item)),
    )
    expect(found).toEqual(walkItems(document.items).map(({ item }) => item))
  })

  it('should give a number only where a path and kind are not enough', () => {
    const [garden] = document.items
    const beds = garden?.children ?? []
    expect(beds.map((item) => readTarget(document, item).nth)).toEqual([1, undefined, 2])
  })

  it('should tell items of one path apart by kind', () => {
    const mixed = parseDocument('# Beds\n\nSoon:\n\n- sow\n\n## Soon\n', engine)
    expect(selectTarget(mixed, { path: ['Beds', 'Soon'], kind: 'label' }).kind).toBe('label')
    expect(attempt(() => selectTarget(mixed, { path: ['Beds', 'Soon'] }))).toContain(
      "line 3: Beds › Soon\n    'Soon' --line 3",
    )
  })

  it('should refuse a path that names nothing, with what was probably meant', () => {
    expect(attempt(() => selectTarget(document, { path: ['Garden', 'Sheds'] }))).toBe(
      'item-missing: no item has the path `Garden › Sheds`\ndid you mean `Shed`?',
    )
    expect(attempt(() => selectTarget(document, { path: ['Shed'], kind: 'bullet' }))).toMatch(
      /^item-missing: no bullet has the path `Shed`\n/u,
    )
  })
})
