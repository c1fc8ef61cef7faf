import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CheckReport, Finding } from '../../src/reporters/check-report.ts'
import { checkstyle } from '../../src/reporters/checkstyle.ts'
import { escapeXml } from '../../src/reporters/escape-xml.ts'
import { junit } from '../../src/reporters/junit.ts'
import { plainPalette } from '../../src/reporters/palette.ts'
import { tellFinding, tellPath } from '../../src/reporters/tell-finding.ts'
import { anyFindings } from '../arbitraries/findings.ts'
import { createFinding, createManyFindings, createReport } from '../fakes/report.ts'
import { checkXml, parseXml, type XmlElement } from '../fakes/xml.ts'

const context = { palette: plainPalette }
const renderJunit = (report: CheckReport): string => junit.render(report, context)
const renderCheckstyle = (findings: readonly Finding[]): string =>
  checkstyle.render(createReport(findings), context)

/** A validation starts a worker, so that fewer are made; each is of many findings. */
const RUNS = { numRuns: 20 }

const dead = createFinding(
  {
    code: 'link/missing-file',
    file: 'docs/a & "b".md',
    start: { line: 3, column: 8, offset: 20 },
    help: 'did you mean `<c>`?',
  },
  { line: '- [bed](gone.md)' },
)
const empty = createFinding({
  code: 'link/empty',
  severity: 'warning',
  file: 'docs/shed.md',
  about: '',
})

describe('escapeXml', () => {
  it('should write what XML takes for its own, and replace what it has no way to write', () => {
    expect(escapeXml('<a b="\'&\t\r\n">\0\u001b\ufffe\ud800🎉')).toBe(
      '&#60;a b=&#34;&#39;&#38;&#9;&#13;&#10;&#34;&#62;���\ufffd🎉',
    )
  })
})

describe('junit', () => {
  it('should show errors as failures, and what fails no run as skipped', () => {
    expect(renderJunit(createReport([dead, empty]))).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<testsuites name="crossoff" tests="3" failures="1" errors="0">',
        '  <testsuite name="crossoff" tests="1" failures="0" errors="0" skipped="0">',
        '    <testcase name="documents were checked" classname="crossoff">',
        '      <system-out>1 error, 1 warning in 3 documents, 9 links (8 checked, 1 on the web not checked)</system-out>',
        '    </testcase>',
        '  </testsuite>',
        '  <testsuite name="docs/a &#38; &#34;b&#34;.md" file="docs/a &#38; &#34;b&#34;.md" tests="1" failures="1" errors="0" skipped="0">',
        '    <testcase name="link/missing-file gone.md" classname="docs/a &#38; &#34;b&#34;.md">',
        '      <failure type="link/missing-file" message="nothing stands at `gone.md`; did you mean `&#60;c&#62;`?">docs/a &#38; &#34;b&#34;.md:3:8 error: nothing stands at `gone.md`; did you mean `&#60;c&#62;`?&#10;- [bed](gone.md)</failure>',
        '    </testcase>',
        '  </testsuite>',
        '  <testsuite name="docs/shed.md" file="docs/shed.md" tests="1" failures="0" errors="0" skipped="1">',
        '    <testcase name="link/empty" classname="docs/shed.md">',
        '      <skipped type="link/empty" message="nothing stands at ``">docs/shed.md:1:1 warning: nothing stands at ``&#10;</skipped>',
        '    </testcase>',
        '  </testsuite>',
        '</testsuites>',
        '',
      ].join('\n'),
    )
  })

  it('should have a test where there is no finding', async () => {
    const text = renderJunit(createReport([]))
    expect(casesOf(text).map(({ attributes }) => attributes.name)).toEqual([
      'documents were checked',
    ])
    expect(await checkXml(text, 'junit-10.xsd')).toEqual([])
  })

  it('should give no two tests of a document one name', () => {
    const about = 'x'.repeat(2000)
    const findings = [`${about}1`, `${about}2`, 'a', 'a', 'a (2)'].map((each) =>
      createFinding({ code: 'link/missing-file', file: 'a.md', about: each }),
    )
    const names = casesOf(renderJunit(createReport(findings))).map((each) => each.attributes.name)
    expect(new Set(names).size).toBe(findings.length + 1)
  })

  it('should be valid, and keep what it was given, whatever that is', async () => {
    await fc.assert(
      fc.asyncProperty(anyFindings, async (findings) => {
        const text = renderJunit(createReport(findings))
        expect(await checkXml(text, 'junit-10.xsd')).toEqual([])
        const told = casesOf(text)
          .slice(1)
          .map(({ attributes, elements: [result] }) => [
            attributes.classname,
            result?.attributes.message,
          ])
        expect(told.sort()).toEqual(findings.map(wordsOf).sort())
      }),
      RUNS,
    )
  })

  it('should keep 30,000 findings below what GitLab takes', async () => {
    const text = renderJunit(createReport(createManyFindings(30_000)))
    expect(Buffer.byteLength(text)).toBeLessThan(30_000_000)
    expect(casesOf(text)).toHaveLength(30_001)
    expect(await checkXml(text, 'junit-10.xsd')).toEqual([])
  })

  it('should keep the worst of more, and say how many it left out', () => {
    const findings = createManyFindings(30_000).map((finding) => ({
      ...finding,
      line: 'é'.repeat(1000),
    }))
    const text = renderJunit(createReport(findings))
    const [run, ...cases] = casesOf(text)
    expect(Buffer.byteLength(text)).toBeLessThan(30_000_000)
    expect(Buffer.byteLength(text)).toBeGreaterThan(25_000_000)
    const failures = cases.filter(({ elements }) => elements[0]?.name === 'failure')
    expect(failures).toHaveLength(10_000)
    expect(cases.length).toBeLessThan(15_000)
    expect(run?.text).toContain(`; ${String(30_000 - cases.length)} findings left out`)
  })

  it('should be refused by the schema where it is wrong', async () => {
    const text = renderJunit(createReport([dead])).replace('classname=', 'class=')
    expect(await checkXml(text, 'junit-10.xsd')).toHaveLength(1)
  })
})

describe('checkstyle', () => {
  it('should list findings by file', () => {
    const hint = createFinding({ code: 'link/empty', severity: 'hint', file: 'docs/shed.md' })
    expect(renderCheckstyle([dead, empty, hint])).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<checkstyle version="4.3">',
        '  <file name="docs/a &#38; &#34;b&#34;.md">',
        '    <error line="3" column="8" severity="error" message="nothing stands at `gone.md`; did you mean `&#60;c&#62;`?" source="crossoff.link/missing-file"/>',
        '  </file>',
        '  <file name="docs/shed.md">',
        '    <error line="1" column="1" severity="warning" message="nothing stands at ``" source="crossoff.link/empty"/>',
        '    <error line="1" column="1" severity="info" message="nothing stands at `gone.md`" source="crossoff.link/empty"/>',
        '  </file>',
        '</checkstyle>',
        '',
      ].join('\n'),
    )
  })

  it('should be valid, and keep what it was given, whatever that is', async () => {
    await fc.assert(
      fc.asyncProperty(anyFindings, async (findings) => {
        const text = renderCheckstyle(findings)
        expect(await checkXml(text, 'checkstyle.xsd')).toEqual([])
        const told = parseXml(text).elements.flatMap(({ attributes, elements }) =>
          elements.map((error) => [attributes.name, error.attributes.message]),
        )
        expect(told.sort()).toEqual(findings.map(wordsOf).sort())
      }),
      RUNS,
    )
  })

  it('should tell all of 30,000 findings', async () => {
    const text = renderCheckstyle(createManyFindings(30_000))
    expect(parseXml(text).elements.flatMap(({ elements }) => elements)).toHaveLength(30_000)
    expect(await checkXml(text, 'checkstyle.xsd')).toEqual([])
  })

  it('should be refused by the schema where it is wrong', async () => {
    const text = renderCheckstyle([dead]).replace('severity="error"', 'severity="bad"')
    expect(await checkXml(text, 'checkstyle.xsd')).not.toEqual([])
  })
})

function casesOf(text: string): readonly XmlElement[] {
  return parseXml(text).elements.flatMap(({ elements }) => elements)
}

/** The path and the message, as XML can write them. */
function wordsOf({ diagnostic }: Finding): string[] {
  return [tellPath(diagnostic.file), tellFinding(diagnostic)].map((text) =>
    text.replaceAll(/[\ufffe\uffff]/gu, '\ufffd'),
  )
}
