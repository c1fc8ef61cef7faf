import { describe, expect, it } from 'vitest'
import { plainPalette } from '../../src/reporters/palette.ts'
import { github } from '../../src/reporters/github.ts'
import type { CheckReport } from '../../src/reporters/check-report.ts'
import { createFinding, createManyFindings, createReport } from '../fakes/report.ts'

const linesOf = (report: CheckReport): string[] =>
  github.render(report, { palette: plainPalette }).split('\n')

describe('github', () => {
  it('should annotate the characters, with the next step', () => {
    const finding = createFinding({
      code: 'link/missing-file',
      file: 'docs/TODO.md',
      start: { line: 3, column: 8, offset: 20 },
      help: 'did you mean `done.md`?',
    })
    expect(linesOf(createReport([finding]))).toEqual([
      '::error file=docs/TODO.md,line=3,col=8,endLine=3,endColumn=15,title=link/missing-file::docs/TODO.md:3:8 nothing stands at `gone.md`; did you mean `done.md`?',
      '1 error in 3 documents, 9 links (8 checked, 1 on the web not checked)',
      '',
    ])
  })

  it('should give no columns where the finding ends on another line', () => {
    const finding = createFinding({
      code: 'link/empty',
      severity: 'hint',
      file: 'a.md',
      end: { line: 2, column: 1, offset: 9 },
    })
    expect(linesOf(createReport([finding]))[0]).toBe(
      '::notice file=a.md,line=1,endLine=2,title=link/empty::a.md:1:1 nothing stands at `gone.md`',
    )
  })

  it('should escape what would end a property or a command', () => {
    const finding = createFinding({
      code: 'link/empty',
      severity: 'warning',
      file: 'a,b:c%d\ne.md',
      about: '%0A::error::##[add-mask]x\r\ny',
      start: { line: 1, column: 1, offset: 0 },
    })
    expect(linesOf(createReport([finding]))[0]).toBe(
      '::warning file=a%2Cb%3Ac%25d e.md,line=1,col=1,endLine=1,endColumn=29,title=link/empty::a,b:c%25d e.md:1:1 nothing stands at `%250A::error::##[add-mask]x y`',
    )
  })

  it('should annotate ten of each severity, and tell the rest in the log', () => {
    const findings = createManyFindings(33)
    const lines = linesOf(createReport(findings))
    const commands = lines.filter((line) => line.startsWith('::'))
    const count = (word: string): number =>
      commands.filter((line) => line.startsWith(`::${word} `)).length
    expect([count('error'), count('warning'), count('notice')]).toEqual([10, 10, 10])
    expect(commands.at(-1)).toBe(
      '::notice title=crossoff::4 of 33 findings not shown as annotations; the log of the step has them',
    )
    expect(commands[0]).toMatch(/^::error /u)
    expect(lines.slice(30, -2).map((line) => line.split(' ')[0])).toEqual([
      'error',
      'warning',
      'hint',
      'hint',
    ])
  })

  it('should annotate ten hints where that is all', () => {
    const findings = createManyFindings(30)
    const lines = linesOf(createReport(findings))
    expect(lines.filter((line) => line.startsWith('::'))).toHaveLength(30)
    expect(lines).toHaveLength(32)
  })

  it('should let no finding in the log command the runner', () => {
    const findings = createManyFindings(12).map((finding) => ({
      ...finding,
      diagnostic: { ...finding.diagnostic, severity: 'error' as const, message: '##[add-mask]x' },
    }))
    const log = linesOf(createReport(findings)).filter((line) => !line.startsWith('::'))
    expect(log).toHaveLength(4)
    expect(log.filter((line) => line.includes('##['))).toEqual([])
  })
})
