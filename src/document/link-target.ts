import type { Span } from '../text/span.ts'

/**
 * Finds the characters of an inline link's or image's target: what stands behind `](`.
 *
 * The syntax tree has no place for it, so every `](` is tried until the resource that begins
 * there ends where the link does (CommonMark 0.31, section 6.3).
 *
 * @param from UTF-16 offset behind the last node of the link's text, or of its opening bracket.
 */
export function findResourceTarget(text: string, span: Span, from: number): Span {
  let at = text.indexOf('](', from)
  while (at !== -1 && at < span.end) {
    const target = readDestination(text, skipSpace(text, at + 2, span.end), span.end)
    if (endsLink(text, target, span.end)) return target
    at = text.indexOf('](', at + 1)
  }
  return { start: span.end - 1, end: span.end - 1 }
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
    const unit = text.charAt(end)
    if (SPACE.includes(unit)) break
    if (unit === '\\' && end + 1 < limit && !SPACE.includes(text.charAt(end + 1))) end++
    else if (unit === '(') depth++
    else if (unit === ')' && --depth < 0) break
    end++
  }
  return { start, end: Math.min(end, limit) }
}

function endsLink(text: string, target: Span, end: number): boolean {
  const isPointed = text[target.start - 1] === '<' && text[target.end] === '>'
  return REST.test(text.slice(target.end + (isPointed ? 1 : 0), end))
}

/** ` "title")`, with the markers of a quotation where a line ends in between */
const REST =
  /^[ \t\r\n>]*(?:(?:"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|\((?:[^()\\]|\\[^])*\))[ \t\r\n>]*)?\)$/u

function skipSpace(text: string, start: number, limit: number): number {
  let at = start
  let isLineStart = false
  while (at < limit) {
    const unit = text.charAt(at)
    if (unit === '\n' || unit === '\r') isLineStart = true
    // A quotation's marker may begin the line that the target stands on.
    else if (!SPACE.includes(unit) && (unit !== '>' || !isLineStart)) break
    at++
  }
  return at
}

const SPACE = ' \t\r\n'
