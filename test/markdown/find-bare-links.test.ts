import { describe, expect, it } from 'vitest'
import { findBareLinks, hasBareLink } from '../../src/markdown/find-bare-links.ts'

describe('findBareLinks', () => {
  it.each([
    ['see https://example.org/a_b?c=d&e#f now', ['https://example.org/a_b?c=d&e#f']],
    ['HTTP://EXAMPLE.ORG and ftp://example.org', ['HTTP://EXAMPLE.ORG', 'ftp://example.org']],
    ['www.example.org/a. Then', ['www.example.org/a']],
    ['(https://example.org/a(b)c)', ['https://example.org/a(b)c']],
    ['https://example.org/a)))"\'*_~!?:,.', ['https://example.org/a']],
    ['https://example.org?a&amp; b', ['https://example.org?a']],
    ['https://example.org/a; b', ['https://example.org/a']],
    ['https://example.org/a&1;', ['https://example.org/a&1']],
    ['https://example.org<b>', ['https://example.org']],
    ['https://localhost:8080/x', ['https://localhost:8080/x']],
    ['https://größe.example', ['https://größe.example']],
    ['*www.example.org*', ['www.example.org']],
    ['ana@example.org, bo+c@mail.example.org.', ['ana@example.org', 'bo+c@mail.example.org']],
    ['mailto:ana@example.org', ['mailto:ana@example.org']],
    ['xmpp:ana@example.org/desk.', ['xmpp:ana@example.org/desk']],
    ['https://ana@example.org', ['https://ana@example.org']],
  ])('should link as GitHub does: %s', (text, expected) => {
    expect(findBareLinks(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected)
  })

  it.each([
    'xhttps://example.org',
    'https://',
    'https://.',
    'https:// example.org',
    'https://a_b.c',
    'https://a.b_c',
    'www.',
    'WWW.example.org',
    'awww.example.org',
    'www._x.y_z',
    '@example.org',
    'ana@example',
    'ana@example.org1',
    'ana@example.o_',
    'ana@b@example',
    'ana\\@example.org',
    'https\\://example.org',
  ])('should link nothing in %s', (text) => {
    expect(findBareLinks(text)).toEqual([])
  })

  it('should add the scheme that is left out', () => {
    expect(findBareLinks('www.example.org ana@example.org')).toEqual([
      { start: 0, end: 15, url: 'http://www.example.org' },
      { start: 16, end: 31, url: 'mailto:ana@example.org' },
    ])
  })

  it('should mind the character before the text', () => {
    expect(findBareLinks('www.example.org', 'a')).toEqual([])
    expect(findBareLinks('https://example.org', 'a')).toEqual([])
    expect(findBareLinks('www.example.org', '*')).toHaveLength(1)
  })
})

describe('hasBareLink', () => {
  it('should be quick to say no', () => {
    expect(['tea', 'a@b', 'a://b', 'www.a'].map(hasBareLink)).toEqual([false, true, true, true])
  })
})
