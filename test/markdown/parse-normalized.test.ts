import type { Nodes, Root } from 'mdast'
import { describe, expect, it } from 'vitest'
import { remarkEngine } from '../../src/markdown/remark-engine.ts'
import { satteriEngine } from '../../src/markdown/satteri-engine.ts'
import { shieldSource } from '../../src/markdown/shield-source.ts'
import { visit } from '../../src/markdown/visit.ts'

/** Renders the nodes of a tree, each with its source. */
function sources(root: Root, text: string): string[] {
  const lines: string[] = []
  visit(root, (node) => {
    const source = text.slice(node.position?.start.offset, node.position?.end.offset)
    const checked = node.type === 'listItem' ? ` ${String(node.checked ?? null)}` : ''
    if (node.type !== 'root') lines.push(`${node.type}${checked} ${JSON.stringify(source)}`)
  })
  return lines
}

describe.each([satteriEngine, remarkEngine])('the tree of $name', ({ parse }) => {
  it('should take a checkbox off the first line, whatever stands behind it', () => {
    const text = '- [x] *sweep*\n- [ ]\n  mop\n- [X]  \n  dust\n- [ ]\n-\n  [ ] air'
    expect(
      sources(parse(text), text).filter((line) => /^(?:listItem|paragraph)/u.test(line)),
    ).toEqual([
      'listItem true "- [x] *sweep*"',
      'paragraph "*sweep*"',
      'listItem false "- [ ]\\n  mop"',
      'paragraph "mop"',
      'listItem true "- [X]  \\n  dust"',
      'paragraph "dust"',
      'listItem null "- [ ]"',
      'paragraph "[ ]"',
      'listItem false "-\\n  [ ] air"',
      'paragraph "air"',
    ])
  })

  it('should tell line and column of what a checkbox or a bare URL moves', () => {
    const places: unknown[] = []
    visit(parse('- [ ]\r\n  a\n  https://example.org b'), (node) => {
      if (node.type === 'paragraph' || node.type === 'link') places.push(node.position)
    })
    expect(places).toEqual([
      { start: { line: 2, column: 3, offset: 9 }, end: { line: 3, column: 24, offset: 34 } },
      { start: { line: 3, column: 3, offset: 13 }, end: { line: 3, column: 22, offset: 32 } },
    ])
  })

  it('should link bare URLs once, with the text around them', () => {
    const text = 'a &amp; b https://example.org/_c_/d. www.example.org'
    expect(sources(parse(text), text)).toEqual([
      `paragraph ${JSON.stringify(text)}`,
      'text "a &amp; b "',
      'link "https://example.org/_c_/d"',
      'text "https://example.org/_c_/d"',
      'text ". "',
      'link "www.example.org"',
      'text "www.example.org"',
    ])
  })

  it('should link none inside of a link', () => {
    const text = '[see https://example.org](a.md) and [b@example.org][c]\n\n[c]: d.md'
    expect(sources(parse(text), text).filter((line) => line.startsWith('link '))).toHaveLength(1)
  })

  it('should put back every character that it kept from the parser', () => {
    const text =
      '\uFEFF- [x] a\n\n```js [ ]\n- [x] b\n- | :\n```\n\n- [ ] ![- [x] c](d "e")\n- | :\n'
    const values: string[] = []
    const collect = (node: Nodes): void => {
      if ('value' in node) values.push(node.value)
    }
    visit(parse(text), collect)
    expect(values.join(' ')).toBe('\uFEFF- [x] a - [x] b\n- | : | :')
  })

  it('should read NUL as the replacement character', () => {
    expect(parse('a\0b').children).toMatchObject([{ children: [{ value: 'a\uFFFDb' }] }])
  })

  it('should take an astral symbol for a letter', () => {
    expect(parse('**done 🎉**now *🦀*').children).toMatchObject([
      {
        children: [
          { type: 'strong', children: [{ value: 'done 🎉' }] },
          { value: 'now ' },
          { type: 'emphasis', children: [{ value: '🦀' }] },
        ],
      },
    ])
  })

  it('should take a tag with a wrong value for text', () => {
    const types: string[] = []
    visit(parse('<img src=a.png?raw=true> <img alt="b=c=d" src=e.png>'), (node) =>
      types.push(node.type),
    )
    expect(types).toEqual(['root', 'paragraph', 'text', 'html'])
  })

  it('should start a heading behind the definitions before it', () => {
    const text = '[a]: b\nTitle\n===\n'
    expect(sources(parse(text), text)).toContain('heading "Title\\n==="')
  })

  it('should read frontmatter only where it ends', () => {
    expect(parse('---\na: b\n---\n').children.map(({ type }) => type)).toEqual(['yaml'])
    expect(parse('+++\na = 1\n+++\n').children.map(({ type }) => type)).toEqual(['toml'])
    expect(parse('---\n-\n').children.map(({ type }) => type)).toEqual(['thematicBreak', 'list'])
  })
})

describe('shieldSource', () => {
  it('should leave a text alone that both engines read alike', () => {
    const text = '# Plans\n\n- see [x] and | that\n'
    expect(shieldSource(text)).toEqual({ text, shields: new Map() })
  })

  it('should take characters that the text does not hold', () => {
    const { text, shields } = shieldSource('- [ ] \uE000\n- [x] \uE001\n- | :\n')
    expect([...shields]).toEqual([
      ['\uE002', '['],
      ['\uE003', '|'],
      ['\uE004', ':'],
    ])
    expect(text).toBe('- \uE002 ] \uE000\n- \uE002x] \uE001\n- \uE003 \uE004\n')
  })

  it('should refuse a text that holds every private character', () => {
    const all = Array.from({ length: 0x1900 }, (_, at) => String.fromCharCode(0xe000 + at)).join('')
    expect(() => shieldSource(`- [ ] ${all}`)).toThrow('every character for private use')
  })
})

describe('visit', () => {
  it('should leave out what stands below a node where it is told so', () => {
    const types: string[] = []
    visit(satteriEngine.parse('*a* b'), ({ type }) => {
      types.push(type)
      return type !== 'emphasis'
    })
    expect(types).toEqual(['root', 'paragraph', 'emphasis', 'text'])
  })
})
