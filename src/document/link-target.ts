import type { Span } from '../text/span.ts'

/**
 * Finds the characters of an inline link's or image's target: what stands behind `](`.
 *
 * The syntax tree has no place for it, so every `](` is tried until the resource that begins
 * there ends where the link does (CommonMark 0.31, section 6.3).
 */
export function findResourceTarget(text: string, span: Span, url: string): Span {
  let fallback: Span | undefined
  for (let at = text.indexOf('](', span.start); at !== -1 && at < span.end; at = text.indexOf('](', at + 1)) {
    const target = readDestination(text, skipSpace(text, at + 2, span.end), span.end)
    if (!endsLink(text, target, span.end)) continue
    if (text.slice(target.start, target.end) === url) return target
    fallback ??= target
  }
  return fallback ?? { start: span.end - 1, end: span.end - 1 }
}

/** Finds the characters of a definition's target: what stands behind `]:`. */
export function findDefinitionTarget(text: string, span: Span): Span {
  let at = span.start + 1
  while (at < span.end && text[at] !== ']') at += text[at] === '\\' ? 2 : 1
  return readDestination(text, skipSpace(text, at + 2, span.end), span.end)
}

function readDestination(text: string, start: number, limit: number): Span {
  return text[start] === '<' ? readPointed(text, start + 1, limit) : readPlain(text, start, limit)
}

function readPointed(text: string, start: number, limit: number): Span {
  let end = start
  while (end < limit && text[end] !== '>') end += text[end] === '\\' ? 2 : 1
  return { start, end: Math.min(end, limit) }
}

function readPlain(text: string, start: number, limit: number): Span {
  let depth = 0
  let end = start
  while (end < limit) {
    const unit = text[end] ?? ''
    if (SPACE.includes(unit)) break
    if (unit === '\\' && end + 1 < limit && !SPACE.includes(text[end + 1] ?? '')) end++
    else if (unit === '(') depth++
    else if (unit === ')' && --depth < 0) break
    end++
  }
  return { start, end: Math.min(end, limit) }
}

function endsLink(text: string, target: Span, end: number): boolean {
  const behind = text[target.end] === '>' ? target.end + 1 : target.end
  const rest = text.slice(behind, end)
  return REST.test(rest)
}

/** ` "title")` */
const REST = /^[ \t\r\n>]*(?:"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|\((?:[^()\\]|\\[^])*\))?[ \t\r\n>]*\)$/u

function skipSpace(text: string, start: number, limit: number): number {
  let at = start
  // A quotation's marker may begin the line that the target stands on.
  while (at < limit && (SPACE.includes(text[at] ?? '') || isQuoteMarker(text, at))) at++
  return at
}

function isQuoteMarker(text: string, at: number): boolean {
  if (text[at] !== '>') return false
  let before = at - 1
  while (text[before] === ' ' || text[before] === '>') before--
  return text[before] === '\n' || text[before] === '\r'
}

const SPACE = ' \t\r\n'
