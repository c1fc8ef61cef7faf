import type { CheckReport } from '../check-report.ts'
import { renderCheck } from '../render-check.ts'
import { toPlainCheck } from '../to-plain-check.ts'
import type { View } from './view.ts'

/** Findings with their source. */
export const check: View<CheckReport> = { text: renderCheck, json: toPlainCheck }
