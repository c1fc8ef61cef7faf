import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../src/document/parse-document.ts'
import { readHeadings } from '../../src/links/read-headings.ts'
import { slugs, type SlugsName } from '../../src/links/slugs/index.ts'
import { loadEngine } from '../../src/markdown/load-engine.ts'
import { heading } from '../arbitraries/headings.ts'

/** How many headings are generated; 10000 take ten seconds or so. */
const count = Number(process.env.CROSSOFF_ORACLE_HEADINGS ?? 300)
const engine = await loadEngine('satteri')

/** A program that renders headings, and tells their ids. */
interface Oracle {
  readonly name: SlugsName
  readonly reads: string
  readonly command: readonly [string, ...string[]]
  /** Which of the two lists of anchors has to be as the program's. */
  readonly list: 'slug' | 'otherSlugs'
}

const ruby = (input: string): Oracle['command'] => [
  'ruby',
  '-Ku',
  '-e',
  `require 'kramdown'; require 'kramdown-parser-gfm'
   puts Kramdown::Document.new(STDIN.read, input: '${input}').to_html`,
]
const pandoc = (from: string): Oracle['command'] => [
  'pandoc',
  '-f',
  from,
  '-t',
  'html',
  '--wrap=none',
]

const oracles: readonly Oracle[] = [
  { name: 'kramdown', reads: 'kramdown', command: ruby('kramdown'), list: 'slug' },
  { name: 'jekyll', reads: 'GFM', command: ruby('GFM'), list: 'slug' },
  { name: 'pandoc', reads: 'markdown', command: pandoc('markdown'), list: 'slug' },
  { name: 'pandoc', reads: 'gfm', command: pandoc('gfm-emoji'), list: 'otherSlugs' },
]

describe.each(oracles)('anchors of $name, told that it reads $reads', ({ name, command, list }) => {
  it.skipIf(!isInstalled(command))('should be those of the program itself', () => {
    const texts = fc.sample(heading, { numRuns: count, seed: 20 })
    const document = parseDocument(`${texts.join('\n\n')}\n`, engine)
    const headings = readHeadings(document.root, document.source.text)
    expect(headings).toHaveLength(texts.length)
    const found = slugs[name][list](headings).slice(0, texts.length)
    const rendered = run(command, document.source.text)
    const expected = [...rendered.matchAll(TAG)].map(([tag]) => ID.exec(tag)?.[1])
    expect(expected).toHaveLength(texts.length)
    const differences = texts
      .map((text, index) => ({ text, found: found[index], expected: expected[index] }))
      .filter((each) => each.found !== each.expected)
    expect(differences).toEqual([])
  })
})

/** '<h2 class="unnumbered" id="rolls">' */
const TAG = /<h[1-6][^<>]*>/gu

/** ' id="rolls"' */
const ID = / id="([^"]*)"/u

function run([program, ...args]: Oracle['command'], input: string): string {
  // Pandoc warns of ids that come twice.
  const { stdout, status } = spawnSync(program, args, { input, encoding: 'utf8', maxBuffer: 1e8 })
  expect(status).toBe(0)
  return stdout
}

function isInstalled([program, ...args]: Oracle['command']): boolean {
  return spawnSync(program, args, { input: '' }).status === 0
}
