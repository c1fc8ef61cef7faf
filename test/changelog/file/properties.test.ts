import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadEngine } from '../../../src/markdown/load-engine.ts'
import { parseSourceText, renderSourceText, toSourceText } from '../../../src/text/source-text.ts'
import { verifyDocument } from '../../../src/plans/verify-document.ts'
import { applyEdits } from '../../../src/text/text-edit.ts'
import { changelog } from '../../arbitraries/changelogs.ts'
import { entry, plan, read, release } from './changelog-tools.ts'

const engine = await loadEngine('satteri')
const reference = await loadEngine('remark')

const rye = entry('bake rye bread')
const texts = [
  rye,
  entry('mend the oven door. It squeaked.', { key: '1a1b2c3d4e5f-00000002', type: 'Fixed' }),
  entry('slice thinner ([#31](https://example.org/oven/pull/31))', {
    key: '2a1b2c3d4e5f-00000003',
  }),
]

/** Whether every line of a text is a line of another, in order; its last one may have got an end. */
function isKeptIn(before: string, after: string): boolean {
  const lines = before.split(LINE)
  let next = 0
  for (const line of after.split(LINE)) {
    const wanted = lines[next]
    const isLast = next === lines.length - 1
    if (line === wanted || (isLast && line.trimEnd() === wanted?.trimEnd())) next++
  }
  return next === lines.length
}

/** Behind a line's end. */
const LINE = /(?<=\n)/u

const runs = { numRuns: 300 }

describe('a changelog in any style', () => {
  it('should stay as it is, byte for byte, where there is nothing to do', () => {
    fc.assert(
      fc.property(changelog(), fc.boolean(), (text, hasBom) => {
        const bytes = renderSourceText(toSourceText(text, hasBom))
        const source = parseSourceText(bytes)
        const { edits } = plan(source.text, [])
        const written = toSourceText(applyEdits(source.text, edits), source.hasBom)
        expect(renderSourceText(written)).toEqual(bytes)
      }),
      runs,
    )
  })

  it('should get entries as new lines only, once, in its own line ends, read alike by both engines', () => {
    fc.assert(
      fc.property(changelog(), (text) => {
        const { result, added } = plan(text, texts)
        expect(added).toHaveLength(texts.length)
        expect(isKeptIn(text, result)).toBe(true)
        const pending = read(result).releases.filter(({ isUnreleased }) => isUnreleased)
        expect(pending).toHaveLength(1)
        expect(pending[0]?.entries.filter(({ key }) => key !== undefined)).toHaveLength(3)
        if (text.includes('\r\n')) expect(result.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u)
        expect(plan(result, texts).result).toBe(result)
        verifyDocument('CHANGELOG.md', toSourceText(text), toSourceText(result), {
          engine,
          reference,
        })
      }),
      runs,
    )
  })

  it('should keep the words of a person', () => {
    fc.assert(
      fc.property(changelog(), (text) => {
        const reworded = plan(text, [rye]).result.replace('bake rye', 'bake more rye')
        const again = plan(reworded, [entry('bake rye bread, and sell it')])
        expect(again.result).toBe(reworded)
        expect(again.kept).toEqual([rye.entry.key])
      }),
      runs,
    )
  })

  it('should be as it was when an entry comes and goes, but for a section that was made', () => {
    fc.assert(
      fc.property(changelog(), (text) => {
        const there = plan(text, [rye])
        const gone = plan(there.result, [entry(rye.text, { outcome: 'undone' })])
        expect(gone.removed).toEqual([rye.entry.key])
        expect(read(gone.result).releases.flatMap(({ entries }) => entries)).toHaveLength(
          read(text).releases.flatMap(({ entries }) => entries).length,
        )
        expect(isKeptIn(text, gone.result)).toBe(true)
      }),
      runs,
    )
  })

  it('should become that of a release, once', () => {
    fc.assert(
      fc.property(changelog(), (text) => {
        const pending = plan(text, texts).result
        const made = { version: '2.0.0', date: '2025-01-31' }
        const { result, outcome } = release(pending, made)
        expect(outcome).toBe('released')
        const { releases } = read(result)
        expect(releases[0]).toMatchObject({ isUnreleased: true, entries: [] })
        expect(releases[1]?.entries.filter(({ key }) => key !== undefined)).toHaveLength(3)
        expect(releases[1]?.version).toBe('2.0.0')
        expect(release(result, made).result).toBe(result)
        expect(plan(result, texts).result).toBe(result)
      }),
      runs,
    )
  })
})
