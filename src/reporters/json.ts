import { renderJson } from './render-json.ts'
import type { Reporter } from './reporter.ts'
import { toPlainCheck } from './to-plain-check.ts'

/** The stable form for programs. */
export const json: Reporter = { render: (report) => renderJson(toPlainCheck(report)) }
