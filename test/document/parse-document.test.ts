import { toString } from 'mdast-util-to-string'
import { describe, expect, it } from 'vitest'
import { hashItem, shortHash } from '../../src/document/hash-item.ts'
import { nodeSpan } from '../../src/document/node-span.ts'
import { parseDocument } from '../../src/document/parse-document.ts'
import { readDefinitions } from '../../src/document/read-links.ts'
import { placeholderNames, parseReferencePattern } from '../../src/document/reference-pattern.ts'
import { walkItems } from '../../src/document/walk-items.ts'
import { satteriEngine } from '../../src/markdown/satteri-engine.ts'
import { parseSourceText } from '../../src/text/source-text.ts'

const parse = (text: string): ReturnType<typeof parseDocument> => parseDocument(text, satteriEngine)

describe('parseDocument', () => {
  it('should take bytes that were read, and count without the byte order mark', () => {
    const source = parseSourceText(new TextEncoder().encode('\uFEFF- knead'))
    const document = parseDocument(source, satteriEngine)
    expect(document.source).toBe(source)
    expect(document.items.map(({ title, span }) => [title, span])).toEqual([
      ['knead', { start: 0, end: 7 }],
    ])
  })

  it('should note the nodes behind each item, in document order', () => {
    const { syntax } = parse('# Bakery\n\n**Later**\n\n- knead\n  - fold\n\n# Shop')
    expect([...syntax].map(([item, { kind, own }]) => [item.title, kind, own.length])).toEqual([
      ['Bakery', 'section', 1],
      ['Later', 'label', 1],
      ['knead', 'bullet', 1],
      ['fold', 'bullet', 1],
      ['Shop', 'section', 1],
    ])
  })

  it('should render titles as mdast-util-to-string does', () => {
    const { items, root } = parse(
      '# *a* `b` ![c](d) [e](f) **g _h_** ~i~ &amp; https://example.org <b>j</b>',
    )
    expect(items[0]?.title).toBe(toString(root, { includeHtml: false }))
  })

  it('should part words at a break inside of emphasis', () => {
    expect(parse('- **knead\\\n  fold**').items[0]?.title).toBe('knead fold')
  })

  it('should read a hundred thousand bullets, and links, in time that grows with them', () => {
    const { items, links } = parse(`# Bread\n\n${'- bake [rye](rye.md) @ana\n'.repeat(100_000)}`)
    expect([items[0]?.children.length, links.length]).toEqual([100_000, 100_000])
  })

  it('should read lists and quotations that nest deeper than the stack goes', () => {
    let depth = 0
    for (let items = parse(`${'- '.repeat(5000)}end`).items; items.length > 0; depth++) {
      items = items[0]?.children ?? []
    }
    expect(depth).toBe(5000)
    expect(parse(`${'> '.repeat(5000)}[a](b)`).links).toHaveLength(1)
  })

  it('should read a million characters without a colon before a list at once', () => {
    expect(parse(`${'word '.repeat(200_000)}\n\n- knead`).items).toHaveLength(1)
  })
})

describe('walkItems', () => {
  it('should list parents before children, with their places', () => {
    const { items } = parse('# Bakery\n\n- knead\n  - fold\n- bake\n\n# Shop')
    const places = walkItems(items)
    expect(
      places.map(({ item, parent, index, siblings }) => [
        item.title,
        parent?.item.title,
        index,
        siblings.length,
      ]),
    ).toEqual([
      ['Bakery', undefined, 0, 2],
      ['knead', 'Bakery', 0, 2],
      ['fold', 'knead', 0, 1],
      ['bake', 'Bakery', 1, 2],
      ['Shop', undefined, 1, 2],
    ])
  })
})

describe('hashItem', () => {
  it('should hash the source of the item', () => {
    const document = parse('- knead\n- bake\n')
    const hashes = document.items.map((item) => hashItem(document, item))
    expect(hashes).toEqual([shortHash('- knead'), shortHash('- bake')])
    expect(hashes[0]).toMatch(/^[0-9a-f]{12}$/u)
  })
})

describe('nodeSpan', () => {
  it('should refuse a node without a place', () => {
    expect(() => nodeSpan({ type: 'text', value: 'bread' })).toThrow(
      'a `text` node has no position',
    )
  })
})

describe('readDefinitions', () => {
  it('should keep the first definition of a label', () => {
    const { root } = parse('[Rye]: a.md\n[rye]: b.md\n[ẞ]: c.md\n')
    expect([...readDefinitions(root)].map(([label, { url }]) => [label, url])).toEqual([
      ['RYE', 'a.md'],
      ['SS', 'c.md'],
    ])
  })
})

describe('parseReferencePattern', () => {
  const find = (pattern: string, target: string, text: string): string[] => {
    const { expression, target: targetOf } = parseReferencePattern(pattern, target)
    return [...text.matchAll(expression)].map(
      (match) => `${match[0]} -> ${targetOf(match.groups ?? {})}`,
    )
  }

  it('should find what its placeholders stand for', () => {
    expect(
      find('cl/{number}', 'https://cl.example.org/{number}', 'cl/1, (cl/22) xcl/3 cl/4a a/cl/5'),
    ).toEqual(['cl/1 -> https://cl.example.org/1', 'cl/22 -> https://cl.example.org/22'])
    expect(find('//{path}', '/{path}', 'see //ovens/stone_1.')).toEqual([
      '//ovens/stone_1 -> /ovens/stone_1',
    ])
    expect(find('~{word}', 'w:{word}', '~rye-bread')).toEqual(['~rye-bread -> w:rye-bread'])
  })

  it('should take all but placeholders for literal text', () => {
    expect(find('a.b*(c)', 'x', 'a.b*(c) aXb(c)')).toEqual(['a.b*(c) -> x'])
    expect(find('{loaf}', '{loaf}', '{loaf}')).toEqual(['{loaf} -> {loaf}'])
  })

  it('should name its placeholders', () => {
    expect(placeholderNames).toEqual(['number', 'word', 'path'])
  })
})
