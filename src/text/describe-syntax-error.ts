/**
 * Says where and why a text is no YAML, from the error of its parser: ` at 1:17: …`.
 *
 * JSON is YAML too, so that its errors are worded the same on every version of Node.
 */
export function describeSyntaxError(cause: unknown): string {
  const [line = ''] = (cause instanceof Error ? cause.message : String(cause)).split('\n')
  // The parser's own advice, behind the semicolon, is for programmers.
  const [reason = ''] = line.replace(PLACE, '').split(';')
  return `${readPlace(cause)}: ${reason.slice(0, 1).toLowerCase()}${reason.slice(1)}`
}

/** "Flow map must end with a } at line 1, column 17:" */
const PLACE = / at line \d+, column \d+:?$/u

/** Line and column, both 1-based. */
function readPlace(cause: unknown): string {
  if (typeof cause !== 'object' || cause === null || !('linePos' in cause)) return ''
  const start: unknown = Array.isArray(cause.linePos) ? cause.linePos[0] : undefined
  return typeof start === 'object' && start !== null && 'line' in start && 'col' in start
    ? ` at ${String(start.line)}:${String(start.col)}`
    : ''
}
