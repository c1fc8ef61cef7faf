import { describe, expect, it } from 'vitest'
import { readLinks } from '../../src/document/read-links.ts'
import { pairLinks, type WrittenLink } from '../../src/links/pair-links.ts'
import { loadEngine } from '../../src/markdown/load-engine.ts'

const engine = await loadEngine('satteri')

function linksOf(text: string): WrittenLink[] {
  return readLinks(engine.parse(text), text).map((link) => ({ link, text }))
}

/** Tells of each link of the second text which of the first it is. */
function pair(before: string, after: string): string[] {
  const write = ({ link, text }: WrittenLink): string => text.slice(link.span.start, link.span.end)
  const [olds, news] = [linksOf(before), linksOf(after)]
  const pairs = pairLinks(olds, news)
  return news.map((written) => {
    const past = olds.find(({ link }) => link === pairs.get(written.link))
    return `${past === undefined ? 'new' : write(past)} → ${write(written)}`
  })
}

describe('pairLinks', () => {
  it('should know a link again among others', () => {
    expect(pair('[a](#x) and [b](#x-1)', '[b](#x-1), [c](#y)')).toEqual([
      '[b](#x-1) → [b](#x-1)',
      'new → [c](#y)',
    ])
  })

  it('should take a link whose target was mended for the same, and not for its namesake', () => {
    expect(pair('[a](#x) and [b](#x-1)', '[b](#x)')).toEqual(['[b](#x-1) → [b](#x)'])
  })

  it('should take a link whose words were changed for the same', () => {
    expect(pair('[a](#x)', '[the a](#x)')).toEqual(['[a](#x) → [the a](#x)'])
  })

  it('should tell equal links apart by their order', () => {
    expect(pair('[a](#x)', '[a](#x) [a](#x)')).toEqual(['[a](#x) → [a](#x)', 'new → [a](#x)'])
  })

  it('should not take bare addresses and attributes for each other', () => {
    expect(pair('https://a.example <https://b.example>', 'https://c.example')).toEqual([
      'new → https://c.example',
    ])
    expect(pair('<a href="#x">', '<a href="#y">')).toEqual(['new → href="#y"'])
  })
})
