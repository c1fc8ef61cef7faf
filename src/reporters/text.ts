import { renderCheck } from './render-check.ts'
import type { Reporter } from './reporter.ts'

/** The form for people. */
export const text: Reporter = {
  render: (report, { palette }) => renderCheck(report, palette),
}
