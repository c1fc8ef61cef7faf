import { isSeq, parseDocument, stringify } from 'yaml'
import { readLineIndex, lineStart, nextLineStart } from '../text/line-index.ts'
import type { Operation, Plan } from './plan.ts'
import { updatePlanText } from './render-plan.ts'

/**
 * Writes operations behind those of a plan in YAML; no other byte changes.
 *
 * A plan whose operations stand in brackets, or that has none yet, is rendered anew, with its comments.
 */
export function appendOperations(text: string, plan: Plan, added: readonly Operation[]): string {
  const list = parseDocument(text).get('operations', true)
  const last = isSeq(list) && list.flow !== true ? list.items.at(-1) : undefined
  const range = hasRange(last) ? last.range : undefined
  if (range === undefined) return updatePlanText(text, plan)
  const lines = readLineIndex(text)
  const dash = DASH.exec(text.slice(lineStart(lines, range[0])))
  if (dash === null) return updatePlanText(text, plan)
  const at = nextLineStart(lines, Math.max(range[0], range[1] - 1))
  const before = text.slice(0, at)
  const gap = before.endsWith('\n') ? '' : '\n'
  return (
    before + gap + added.map((operation) => renderItem(operation, dash)).join('') + text.slice(at)
  )
}

/** "  - op: drop" */
const DASH = /^([ \t]*)-([ \t]+)/u

function renderItem(
  operation: Operation,
  [opening, indent = '', padding = '']: RegExpExecArray,
): string {
  const rest = `${indent} ${padding}`
  return stringify(operation, STYLE)
    .trimEnd()
    .split('\n')
    .map((line, index) => `${index === 0 ? opening : rest}${line}\n`)
    .join('')
}

/** Texts on one line, in quotes: editors take white space off line ends, and a plan counts on it. */
const STYLE = {
  lineWidth: 0,
  blockQuote: false,
  doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
} as const

function hasRange(node: unknown): node is { readonly range: readonly [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
}
