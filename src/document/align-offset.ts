/**
 * Tells where a place in a text node's value stands in the node's source.
 *
 * The two differ by backslash escapes, character references and the indentation of continuation
 * lines (CommonMark 0.31, sections 2.4 and 2.5).
 *
 * @param raw The node's source.
 * @param value What it renders to.
 * @param offset UTF-16 offset in `value`.
 */
export function alignOffset(raw: string, value: string, offset: number): number {
  let at = 0
  for (let index = 0; index < offset; index++) {
    if (raw[at] === value[index]) at++
    else at = skipSource(raw, at, value, index)
  }
  return Math.min(at, raw.length)
}

function skipSource(raw: string, at: number, value: string, index: number): number {
  const unit = raw[at]
  if (unit === '\\') return at + 2
  if (unit === '\r' && raw[at + 1] === '\n') return at + 2
  if (unit === '\r' || unit === '\0') return at + 1
  if (unit === '&') {
    const semicolon = raw.indexOf(';', at)
    if (semicolon !== -1) return isSecondUnit(value, index + 1, raw, semicolon + 1) ? at : semicolon + 1
  }
  // Indentation, and the markers of a quotation, that the parser took off a continuation line.
  const next = raw.indexOf(value[index] ?? '', at)
  return next === -1 ? raw.length : next + 1
}

/** An astral character is two units of the value, written by one character reference. */
function isSecondUnit(value: string, index: number, raw: string, behind: number): boolean {
  const unit = value.charCodeAt(index)
  return unit >= 0xdc00 && unit <= 0xdfff && raw[behind] !== value[index]
}
