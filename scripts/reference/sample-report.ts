import type { CheckReport } from '../../src/reporters/check-report.ts'

/** What the pages of the forms show: one finding with a fix, and one that is a hint. */
export const sampleReport: CheckReport = {
  kind: 'check',
  findings: [
    {
      diagnostic: {
        code: 'link/missing-anchor',
        severity: 'error',
        message: 'no heading in `docs/shed.md` gives `#roof`',
        file: 'docs/TODO.md',
        start: { line: 3, column: 18, offset: 27 },
        end: { line: 3, column: 30, offset: 39 },
        about: 'shed.md#roof',
        help: '“Roof” is “Tin roof”, `#tin-roof` now (docs/shed.md:3)',
        fix: {
          title: 'write `shed.md#tin-roof`',
          edits: [{ start: 27, end: 39, text: 'shed.md#tin-roof' }],
        },
      },
      line: '- Paint [größer](shed.md#roof)',
      edits: [
        {
          start: { line: 3, column: 18, offset: 27 },
          end: { line: 3, column: 30, offset: 39 },
          text: 'shed.md#tin-roof',
          line: '- Paint [größer](shed.md#roof)',
        },
      ],
    },
    {
      diagnostic: {
        code: 'link/empty',
        severity: 'warning',
        message: 'the link has no target',
        file: 'docs/TODO.md',
        start: { line: 5, column: 10, offset: 51 },
        end: { line: 5, column: 19, offset: 60 },
        about: '[later]()',
      },
      line: '- Prune, [later]()',
    },
  ],
  counts: {
    documents: 2,
    links: 7,
    checked: 6,
    notChecked: 1,
    unknown: 0,
    errors: 1,
    warnings: 1,
    hints: 0,
    ignored: 0,
  },
}
