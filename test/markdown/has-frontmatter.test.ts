import { describe, expect, it } from 'vitest'
import { hasFrontmatter } from '../../src/markdown/has-frontmatter.ts'

describe('hasFrontmatter', () => {
  it.each([
    ['---\ntitle: Bakery\n---\n', true],
    ['--- \r\ntitle: Bakery\r\n---', true],
    ['---\n---\n', true],
    ['+++\rtitle = "Bakery"\r+++\r', true],
    ['---\n- never closed\n', false],
    ['---\ntitle: Bakery\n+++\n', false],
    ['----\n---\n', false],
    ['\n---\n---\n', false],
    ['# Bakery\n\n---\n', false],
    ['---', false],
  ])('should tell of %j: %s', (text, expected) => {
    expect(hasFrontmatter(text)).toBe(expected)
  })
})
