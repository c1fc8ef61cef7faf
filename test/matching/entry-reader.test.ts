import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../src/document/parse-document.ts'
import { satteriEngine } from '../../src/markdown/satteri-engine.ts'
import { createEntryReader } from '../../src/matching/create-entry-reader.ts'
import type { Entry } from '../../src/matching/entry.ts'
import { readEntries } from '../../src/matching/read-entries.ts'
import { anyMarkdown, mutated } from '../arbitraries/markdown.ts'
import { smallTodo } from '../arbitraries/small-todo.ts'
import { garden, habit, renderGarden } from '../diff/garden.ts'

const numRuns = Number(process.env.CROSSOFF_RUNS ?? 1500)
const seed = Number(process.env.CROSSOFF_SEED ?? 20_240_229)

describe('createEntryReader', () => {
  it('should read a document section by section as it is read as a whole', () => {
    const texts = fc.oneof(
      { weight: 3, arbitrary: smallTodo() },
      { weight: 2, arbitrary: anyMarkdown() },
      { weight: 2, arbitrary: mutated(smallTodo()) },
      {
        weight: 1,
        arbitrary: fc
          .tuple(garden(), habit())
          .map(([given, laid]) => renderGarden(given, { ...laid, isSetext: false })),
      },
    )
    fc.assert(
      fc.property(texts, (text) => {
        expect(createEntryReader(satteriEngine)(text)).toEqual(readWhole(text))
      }),
      { numRuns, seed },
    )
  })

  it.each([
    ['a fence', '```\nrake\n', '\n'],
    ['HTML', '<div>\nrake\n', '\n'],
    ['HTML, with CRLF', '<div>\nrake\n', '\r\n'],
    ['a comment', '<!--\n\nrake\n\n', '\n'],
    ['a comment, with CRLF', '<!--\n\nrake\n\n', '\r\n'],
    ['a fence in a bullet', '- hoe\n\n  ```\n  rake\n\n', '\n'],
  ])('should read what may look like a heading where %s is still open', (_, open, eol) => {
    const text = `# Garden\n\n${open}# Beds\n\n- sow\n`.replaceAll('\n', eol)
    expect(createEntryReader(satteriEngine)(text)).toEqual(readWhole(text))
  })

  it.each([
    ['a reference', '# Garden\n\n- order [bulbs][shop]\n\n# Beds\n\n[shop]: shop.md\n'],
    ['frontmatter', '---\n# no heading\ntitle: Garden\n---\n\n# Beds\n\n- sow\n'],
    ['a line in its frontmatter that goes on', '---\na: |\n  x\n----\n# c\n---\n# Beds\n\n- sow\n'],
    ['a heading right behind its frontmatter', '---\r\na: 1\r\n---\r\n# Beds\r\n\r\n- sow\r\n'],
    ['another heading right behind', '# Garden\n## Beds\n# Shed\n'],
    ['a lower level first', '### Beds\n\n- sow\n\n# Shed\n\n## Tools\n'],
    ['text before all headings', 'Hello.\n\n- rake\n\n# Beds\n\n- sow\n'],
    ['nothing', ''],
  ])('should read sections of a document with %s', (_, text) => {
    expect(createEntryReader(satteriEngine)(text)).toEqual(readWhole(text))
  })

  it('should read each of many revisions the same, whatever it has read before', () => {
    const revisions = fc.array(smallTodo(), { minLength: 2, maxLength: 6 })
    fc.assert(
      fc.property(revisions, fc.array(fc.nat(5), { maxLength: 40 }), (texts, order) => {
        const read = createEntryReader(satteriEngine)
        for (const index of order) {
          const text = texts[index % texts.length] ?? ''
          expect(read(text)).toEqual(readWhole(text))
        }
      }),
      { numRuns: numRuns / 10, seed },
    )
  })

  it('should read a revision again only where it changed', () => {
    let characters = 0
    const read = createEntryReader({
      ...satteriEngine,
      parse: (text) => {
        characters += text.length
        return satteriEngine.parse(text)
      },
    })
    const sections = Array.from({ length: 50 }, (_, row) => `## Bed ${row}\n\n- rake it ${row}\n\n`)
    const text = `# Garden\n\n${sections.join('')}`
    read(text)
    expect(characters).toBe(text.length)
    read(text.replace('rake it 20', 'rake it twice'))
    expect(characters).toBe(text.length + '## Bed 20\n\n- rake it twice\n\n'.length)
  })
})

function readWhole(text: string): Entry[] {
  return readEntries(parseDocument(text, satteriEngine)).map(withoutItem)
}

function withoutItem({ item: _item, ...entry }: Entry): Entry {
  return { ...entry, children: entry.children.map(withoutItem) }
}
