import fc from 'fast-check'
import type { Finding } from '../../src/reporters/check-report.ts'
import { rules } from '../../src/links/rules.ts'
import { createFinding } from '../fakes/report.ts'

/** What some format or other takes for its own. */
const special = [
  ...Array.from('\\`|<>&"\'%*_[]{}~#:@$,;!()-=+./? '),
  ...['\n', '\r', '\r\n', '\t', '\0', '\u001b', '\u0085', '\u2028', '\u202e', '\ufeff', '\ufffe'],
  ...['\uffff', '\ud800', '\udc80', '漢', '🎉', 'é', ']]>', '::error::', '##[group]', '<!--'],
  ...['&#0;', '${{ x }}', '\\|', '``', 'www.example.org', 'https://example.org/'],
]

/** Texts that are hard to write in some format, halves of surrogate pairs among them. */
const anyText: fc.Arbitrary<string> = fc.string({
  unit: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...special) },
    fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
  ),
  maxLength: 40,
})

/** A path from the root has no names that only lead about. */
function isPath(text: string): boolean {
  return text.split('/').every((name) => !['', '.', '..'].includes(name))
}

const anyFinding: fc.Arbitrary<Finding> = fc
  .record({
    code: fc.constantFrom(...Object.keys(rules)),
    severity: fc.constantFrom('error', 'warning', 'hint'),
    file: anyText.filter(isPath),
    message: anyText,
    about: anyText,
    help: fc.option(anyText, { nil: undefined }),
    line: fc.integer({ min: 1, max: 9 }),
    column: fc.integer({ min: 1, max: 9 }),
    replacement: fc.option(anyText, { nil: undefined }),
  })
  .map(({ line, column, help, replacement, ...given }) => {
    const start = { line, column, offset: 0 }
    const end = { line, column: column + 4, offset: 4 }
    return createFinding(
      {
        ...given,
        ...{ start, end },
        ...(help !== undefined && { help }),
        ...(replacement !== undefined && {
          fix: { title: 'mend it', edits: [{ start: 0, end: 4, text: replacement }] },
        }),
      },
      replacement === undefined
        ? {}
        : { edits: [{ start, end, text: replacement, line: '漢🎉 [bed](bed.md) and so on' }] },
    )
  })

/** The findings of a report, by file. */
export const anyFindings: fc.Arbitrary<readonly Finding[]> = fc.array(anyFinding, { maxLength: 8 })
