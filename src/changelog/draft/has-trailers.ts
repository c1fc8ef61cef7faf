/**
 * Tells whether the last lines of a message are trailers, to which others can be added: as git has
 * it, all of them, or a quarter where git itself wrote one. The subject is none.
 *
 * The trailers of a template wait for their values: `Ticket: `. A `Why:` that stands alone is none,
 * since somebody will write below it.
 *
 * Source: https://git-scm.com/docs/git-interpret-trailers#_description
 *
 * @param paragraphs Each a list of lines, comments left out.
 */
export function hasTrailers(paragraphs: readonly (readonly string[])[]): boolean {
  const last = paragraphs.length > 1 ? (paragraphs.at(-1) ?? []) : []
  if (isForm(last)) return true
  const trailers = last.filter(
    (line, place) => TRAILER.test(line) || (place > 0 && RUN_ON.test(line)),
  )
  if (trailers.length === 0) return false
  const others = last.length - trailers.length
  return others === 0 || (last.some((line) => OF_GIT.test(line)) && trailers.length * 3 >= others)
}

function isForm(lines: readonly string[]): boolean {
  const [first = '', second] = lines
  const waits = second !== undefined || WAITING.test(first)
  return waits && lines.every((line) => KEY.test(line))
}

/** "Ticket:" */
const KEY = /^[A-Za-z0-9-]+[ \t]*:/u

/** "Ticket: ", "Reviewed-by:" */
const WAITING = /^(?:[A-Za-z0-9-]+:[ \t]|[A-Za-z0-9]+-[A-Za-z0-9-]*:)/u

/** "Reviewed-by: Ada" */
const TRAILER = /^(?:[A-Za-z0-9-]+[ \t]*:[ \t]*\S|\(cherry picked from commit )/u

/** " and Bo" */
const RUN_ON = /^[ \t]/u

/** "Signed-off-by: Ada" */
const OF_GIT = /^(?:Signed-off-by: |\(cherry picked from commit )/u
