import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/reporters/check-report.ts'
import { plainPalette } from '../../src/reporters/palette.ts'
import { rdjson } from '../../src/reporters/rdjson.ts'
import { tellFinding, tellPath } from '../../src/reporters/tell-finding.ts'
import { anyFindings } from '../arbitraries/findings.ts'
import { createFinding, createManyFindings, createReport } from '../fakes/report.ts'
import { createJsonCheck, readSchema } from '../fakes/schemas.ts'

interface Result {
  readonly diagnostics: readonly {
    readonly message: string
    readonly location: { readonly path: string }
    readonly suggestions?: readonly { readonly text: string }[]
  }[]
}

/** The published schema lets other fields pass; those would be mistyped ones of ours. */
const schema = JSON.parse(readSchema('rdjson.json'), (_, value: unknown) => {
  if (typeof value !== 'object' || value === null) return value
  // Draft 4 ignores what stands beside a reference.
  if ('$ref' in value && !('definitions' in value)) return { $ref: value.$ref }
  return 'additionalProperties' in value ? { ...value, additionalProperties: false } : value
}) as object
const check = createJsonCheck(schema)
const render = (findings: readonly Finding[]): string =>
  rdjson.render(createReport(findings), { palette: plainPalette })
const parse = (text: string): Result['diagnostics'] => (JSON.parse(text) as Result).diagnostics

const line = 'größe 漢 🎉 [bed](bed.md)'
const column = line.indexOf('bed.md') + 1
const start = { line: 3, column, offset: 20 }
const end = { line: 3, column: column + 6, offset: 26 }
const edit = { start, end, text: 'beds.md', line }
const fix = { title: 'write `beds.md`', edits: [{ start: 20, end: 26, text: 'beds.md' }] }
const fixable = createFinding(
  { code: 'link/missing-file', severity: 'warning', file: 'a b.md', start, end, fix },
  { line, edits: [edit] },
)

describe('rdjson', () => {
  it('should count columns in bytes, and suggest the fix', () => {
    const byte = Buffer.byteLength(line.slice(0, column - 1)) + 1
    expect(byte).toBe(column + 2 + 2 + 2)
    const range = { start: { line: 3, column: byte }, end: { line: 3, column: byte + 6 } }
    expect(parse(render([fixable]))).toEqual([
      {
        message: 'nothing stands at `gone.md`',
        location: { path: 'a b.md', range },
        severity: 'WARNING',
        code: { value: 'link/missing-file' },
        suggestions: [{ range, text: 'beds.md' }],
      },
    ])
  })

  it('should count the end in the line that it stands on', () => {
    const finding = createFinding(
      { code: 'link/empty', file: 'a.md', end: { line: 2, column: 3, offset: 9 } },
      { line: 'abc', lastLine: 'éé)' },
    )
    expect(parse(render([finding]))).toMatchObject([
      { location: { range: { start: { line: 1, column: 1 }, end: { line: 2, column: 5 } } } },
    ])
  })

  it('should suggest no part of a fix, and none of another document', () => {
    const { diagnostic } = fixable
    const elsewhere = { ...fixable, diagnostic: { ...diagnostic, fix: { ...fix, file: 'c.md' } } }
    const own = { ...fixable, diagnostic: { ...diagnostic, fix: { ...fix, file: 'a b.md' } } }
    const counts = parse(render([elsewhere, own, { ...fixable, edits: [edit, edit] }])).map(
      ({ suggestions }) => suggestions?.length,
    )
    expect(counts).toEqual([undefined, 1, undefined])
  })

  it('should be valid, and keep what it was given, whatever that is', () => {
    fc.assert(
      fc.property(anyFindings, (findings) => {
        const text = render(findings)
        expect(check(JSON.parse(text))).toEqual([])
        expect(text.isWellFormed()).toBe(true)
        expect(parse(text).map(({ message, location }) => [location.path, message])).toEqual(
          findings.map(({ diagnostic }) => [tellPath(diagnostic.file), tellFinding(diagnostic)]),
        )
      }),
    )
  })

  it('should tell all of 30,000 findings', () => {
    const text = render(createManyFindings(30_000))
    expect(check(JSON.parse(text))).toEqual([])
    expect(parse(text)).toHaveLength(30_000)
  })

  it('should be refused by the schema where it is wrong', () => {
    const [first] = parse(render([fixable]))
    expect(
      check({
        diagnostics: [
          { ...first, severity: 'hint' },
          { ...first, rule: 1 },
        ],
      }),
    ).toEqual([
      '/diagnostics/0/severity must be equal to one of the allowed values',
      '/diagnostics/1 must NOT have additional properties',
    ])
  })
})
