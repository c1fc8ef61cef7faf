import { describe, expect, it } from 'vitest'
import { findLostReferences } from '../../src/links/find-lost-references.ts'
import { loadEngine } from '../../src/markdown/load-engine.ts'

const engine = await loadEngine('satteri')
const parse = (text: string): { root: ReturnType<typeof engine.parse>; text: string } => ({
  root: engine.parse(text),
  text,
})

type Texts = Readonly<Record<string, readonly [string | undefined, string]>>

/** Finds what is lost between the texts of each document. */
function lost(texts: Texts): string[] {
  const versions = Object.entries(texts).map(([file, [before, after]]) => ({
    file,
    after: parse(after),
    ...(before !== undefined && { before: parse(before) }),
  }))
  return findLostReferences(versions).map(
    ({ file, start, verdict }) =>
      `${file}:${String(start.line)}:${String(start.column)} ${verdict.message}`,
  )
}

const beds = 'See [the seeds][Seeds], [seeds] and the note[^n].\n'

describe('findLostReferences', () => {
  it('should find references and footnotes whose definitions go', () => {
    expect(lost({ 'a.md': [`${beds}\n[seeds]: s.md\n[^n]: Dig.\n`, beds] })).toEqual([
      'a.md:1:16 the reference `[seeds]` would lose its definition',
      'a.md:1:25 the reference `[seeds]` would lose its definition',
      'a.md:1:45 the footnote `[^n]` would lose its definition',
    ])
  })

  it('should find references that leave their definitions behind', () => {
    expect(
      lost({ 'a.md': ['[x][r]\n\n[r]: b.md\n', '[r]: b.md\n'], 'c.md': [undefined, '[x][r]\n'] }),
    ).toEqual(['c.md:1:4 the reference `[r]` would lose its definition'])
  })

  it('should say nothing of references that stay, of those that go, and of text', () => {
    expect(lost({ 'a.md': [`${beds}\n[seeds]: s.md\n`, `${beds}\n[SEEDS]: t.md\n`] })).toEqual([])
    expect(lost({ 'a.md': ['[x]\n\n# B\n\n[x]: b.md\n', '# B\n'] })).toEqual([])
    expect(lost({ 'a.md': ['[a] [b][c] `[d]`\n', '[a] [b][c] [d]\n'] })).toEqual([])
    expect(lost({ 'a.md': ['[x] \\[y]\n\n[x]: b.md\n', '`[x]` \\[x\\]\n'] })).toEqual([])
  })
})
