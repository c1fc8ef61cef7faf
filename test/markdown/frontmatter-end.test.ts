import { describe, expect, it } from 'vitest'
import { frontmatterEnd } from '../../src/markdown/frontmatter-end.ts'

describe('frontmatterEnd', () => {
  it.each([
    '---\ntitle: Bakery\n---\n',
    '--- \r\ntitle: Bakery\r\n---',
    '---\r\ntitle: Bakery\r\n--- \t\r\n',
    '---\n---\n',
    '---\nbread: |\n  rye\n----\n---\n',
    '+++\rtitle = "Bakery"\r+++\r',
  ])('should find the end of %j, and the same with text behind', (text) => {
    expect(frontmatterEnd(text)).toBe(text.length)
    const line = text.endsWith('---') ? `${text}\n` : text
    expect(frontmatterEnd(`${line}# Rye\n---\n`)).toBe(line.length)
  })

  it.each([
    '---\n- never closed\n',
    '---\ntitle: Bakery\n+++\n',
    '---\ntitle: Bakery\n----\n',
    '----\n---\n',
    '\n---\n---\n',
    '# Bakery\n\n---\n',
    '---',
  ])('should find none in %j', (text) => {
    expect(frontmatterEnd(text)).toBe(0)
  })
})
