import { renderCheck } from './render-check.ts'
import type { Reporter } from './reporter.ts'

/** The form for people. */
export const text: Reporter = {
  explanation:
    'Carets stand below the characters that a finding is about. On a terminal, it has colours.',
  render: (report, { palette }) => renderCheck(report, palette),
}
