import { describe, expect, it } from 'vitest'
import { parseCrawlDelay } from '../../src/remote/parse-crawl-delay.ts'

describe('parseCrawlDelay', () => {
  it.each([
    ['what is for everybody', 'User-agent: *\nCrawl-delay: 10\n', 10_000],
    ['parts of a second', 'user-agent:*\r\ncrawl-delay: 0.5 # gently\r\n', 500],
    [
      'what is for itself, before that',
      'User-agent: *\nCrawl-delay: 10\n\nUser-agent: Crossoff/1.0\nCrawl-delay: 2\n',
      2000,
    ],
    [
      'all groups that name it',
      'User-agent: crossoff\nCrawl-delay: 2\nUser-agent: crossoff\nCrawl-delay: 3\nDisallow: /\n',
      3000,
    ],
    [
      'several names of one group',
      'User-agent: baker\nUser-agent: crossoff\nSitemap: https://oven.example.org/map\nCrawl-delay: 4\n',
      4000,
    ],
    [
      'no delay for itself, though everybody else has one',
      'User-agent: *\nCrawl-delay: 10\nUser-agent: crossoff\nDisallow: /private\n',
      undefined,
    ],
    ['nothing for others', 'User-agent: crossoffice\nCrawl-delay: 10\n', undefined],
    ['nothing before a name', 'Crawl-delay: 10\nUser-agent: *\nDisallow:\n', undefined],
    ['no more than half a minute', 'User-agent: *\nCrawl-delay: 86400\n', 30_000],
    ['no words', 'User-agent: *\nCrawl-delay: soon\n', undefined],
    ['no page of HTML', '<!doctype html><title>Not found</title>\n', undefined],
  ])('should heed %s', (_, text, expected) => {
    expect(parseCrawlDelay(text, 'crossoff')).toBe(expected)
  })
})
