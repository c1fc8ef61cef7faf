import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rules } from '../../src/links/rules.ts'
import type { CheckReport } from '../../src/reporters/check-report.ts'
import { plainPalette } from '../../src/reporters/palette.ts'
import { sarif } from '../../src/reporters/sarif.ts'
import { tellFinding } from '../../src/reporters/tell-finding.ts'
import { anyFindings } from '../arbitraries/findings.ts'
import { createFinding, createManyFindings, createReport } from '../fakes/report.ts'
import { createJsonCheck, readSchema } from '../fakes/schemas.ts'

interface Log {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly Rule[] } }
      readonly invocations: readonly object[]
      readonly results: readonly {
        readonly ruleId: string
        readonly level: string
        readonly message: { readonly text: string }
        readonly partialFingerprints: { readonly primaryLocationLineHash: string }
      }[]
    },
  ]
}

type Rule = Record<'shortDescription' | 'fullDescription' | 'help', { readonly text: string }> & {
  readonly id: string
}

const check = createJsonCheck(JSON.parse(readSchema('sarif-2.1.0-rtm.5.json')))
const render = (report: CheckReport): string => sarif.render(report, { palette: plainPalette })
const parse = (text: string): Log['runs'][0] => (JSON.parse(text) as Log).runs[0]

describe('sarif', () => {
  it('should place a finding by its four corners, and carry its fix', () => {
    const start = { line: 3, column: 8, offset: 20 }
    const end = { line: 4, column: 3, offset: 30 }
    const fix = { title: 'write `#tin-roof`', edits: [{ start: 20, end: 30, text: '#tin-roof' }] }
    const finding = createFinding(
      { code: 'link/missing-anchor', file: 'docs/1: größe %20#a.md', start, end, fix },
      { edits: [{ start, end, text: '#tin-roof', line: '- [roof](#', lastLine: 'a)' }] },
    )
    const elsewhere = {
      ...finding,
      diagnostic: { ...finding.diagnostic, fix: { ...fix, file: 'docs/shed.md' } },
    }
    const region = { startLine: 3, startColumn: 8, endLine: 4, endColumn: 3 }
    const uri = 'docs/1%3A%20gr%C3%B6%C3%9Fe%20%2520%23a.md'
    const replacements = [{ deletedRegion: region, insertedContent: { text: '#tin-roof' } }]
    const expected = {
      ruleId: 'link/missing-anchor',
      level: 'error',
      message: { text: 'nothing stands at `gone.md`' },
      locations: [{ physicalLocation: { artifactLocation: { uri }, region } }],
      fixes: [
        {
          description: { text: 'write `#tin-roof`' },
          artifactChanges: [{ artifactLocation: { uri }, replacements }],
        },
      ],
    }
    const { results } = parse(render(createReport([finding, elsewhere])))
    expect(results[0]).toMatchObject(expected)
    expect(results[1]).toMatchObject({
      fixes: [{ artifactChanges: [{ artifactLocation: { uri: 'docs/shed.md' } }] }],
    })
  })

  it('should write a byte of a path that is no UTF-8 as that byte', () => {
    const finding = createFinding({ code: 'link/empty', file: 'bed\udcff/\ud800.md' })
    expect(render(createReport([finding]))).toContain('"uri":"bed%FF/%EF%BF%BD.md"')
  })

  it('should explain every rule as GitHub asks for it', () => {
    const { tool } = parse(render(createReport([])))
    expect(tool.driver.rules.map(({ id }) => id)).toEqual(Object.keys(rules))
    for (const { shortDescription, fullDescription, help } of tool.driver.rules) {
      for (const { text } of [shortDescription, fullDescription, help]) {
        expect(text).not.toBe('')
        expect(text.length).toBeLessThanOrEqual(1024)
      }
    }
  })

  it('should be valid, and keep what it was given, whatever that is', () => {
    fc.assert(
      fc.property(anyFindings, (findings) => {
        const text = render(createReport(findings))
        expect(text.isWellFormed()).toBe(true)
        expect(check(JSON.parse(text))).toEqual([])
        const { results } = parse(text)
        expect(results.map(({ ruleId, message }) => [ruleId, message.text]).sort()).toEqual(
          findings.map(({ diagnostic }) => [diagnostic.code, tellFinding(diagnostic)]).sort(),
        )
        const prints = results.map((each) => each.partialFingerprints.primaryLocationLineHash)
        expect(new Set(prints).size).toBe(findings.length)
      }),
    )
  })

  it('should be refused by the schema where it is wrong', () => {
    const log = JSON.parse(render(createReport(createManyFindings(3))))
    log.runs[0].results[0].level = 'bad'
    log.runs[0].results[1].locations[0].physicalLocation.region.startLine = 0
    expect(check(log)).toHaveLength(2)
  })

  it('should keep 30,000 findings within what GitHub takes, errors first, and count the rest', () => {
    const text = render(createReport(createManyFindings(30_000)))
    const { results, invocations } = parse(text)
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(10_000_000)
    expect(gzipSync(text).length).toBeLessThan(10_000_000)
    expect(results.length).toBeLessThanOrEqual(25_000)
    expect(results.length).toBeGreaterThan(10_000)
    expect(results.slice(0, 10_000).every(({ level }) => level === 'error')).toBe(true)
    const message = {
      text: `${String(30_000 - results.length)} findings left out: the report would be larger than GitHub takes`,
    }
    expect(invocations).toEqual([
      {
        executionSuccessful: true,
        toolExecutionNotifications: [{ level: 'warning', message }],
      },
    ])
    expect(check(JSON.parse(text))).toEqual([])
  })

  it('should give at most 25,000 results, however short they are', () => {
    const short = Array.from({ length: 25_001 }, () =>
      createFinding({ code: 'x', file: 'a', message: '', about: '' }),
    )
    expect(parse(render(createReport(short))).results).toHaveLength(25_000)
  })
})
