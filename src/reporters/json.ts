import { renderJson } from './render-json.ts'
import type { Reporter } from './reporter.ts'
import { toPlainCheck } from './to-plain-check.ts'

/** The stable form for programs. */
export const json: Reporter = {
  explanation:
    'Fields may be added to a version, and are never changed. Lines and columns begin at 1, offsets at 0; columns and offsets are in UTF-16 units.',
  render: (report) => renderJson(toPlainCheck(report)),
}
