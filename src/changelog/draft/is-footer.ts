import type { MessageLines } from './message-lines.ts'

/**
 * Tells whether a message has no subject yet, only trailers that git has added: a sign-off, or what
 * stands below an empty line that git has left for the subject.
 *
 * Git itself takes a message for empty that has sign-offs alone.
 *
 * ```text
 *
 * Signed-off-by: Ada <ada@example.org>
 * ```
 */
export function isFooter({ lines, content }: MessageLines): boolean {
  const [first] = content
  if (first === undefined) return false
  const trailer = lines[first - 1]?.trim() === '' ? TRAILER : SIGN_OFF
  return content.every((place) => trailer.test(lines[place] ?? ''))
}

/** "Reviewed-by: Ada" */
const TRAILER = /^[A-Za-z0-9-]+[ \t]*:/u

/** "Signed-off-by: Ada" */
const SIGN_OFF = /^Signed-off-by: /u
