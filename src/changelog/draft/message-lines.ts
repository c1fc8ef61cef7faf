import { findCommentString } from './find-comment-string.ts'
import type { MessageSettings } from './message-settings.ts'

/** The lines of a message that git has prepared. */
export interface MessageLines {
  /** Without their line feeds; a carriage return before one is kept. */
  readonly lines: readonly string[]
  /** Places of the lines that stay in the message. */
  readonly content: readonly number[]
  /** What comments begin with. */
  readonly comment: string
  /** Whether the message has comments, which git takes out. */
  readonly hasComments: boolean
}

/**
 * Reads which lines of a file are the message: not its comments, and nothing from the scissors on.
 *
 * ```text
 * sow the beans
 * # Please enter the commit message for your changes.
 * # ------------------------ >8 ------------------------
 * diff --git a/TODO.md b/TODO.md
 * ```
 */
export function readMessageLines(text: string, settings: MessageSettings): MessageLines {
  const { commentString, cleanup, hasEditor } = settings
  const comment = commentString === 'auto' ? findCommentString(text) : commentString
  const lines = text.split('\n')
  // Without an editor nothing is taken out, and with scissors only what stands behind them.
  const hasComments = hasEditor && cleanup !== 'scissors'
  const scissors = lines.findIndex((line) => line.trimEnd() === `${comment} ${SCISSORS}`)
  const end = hasEditor && scissors !== -1 ? scissors : lines.length
  const content = lines.flatMap((line, place) => {
    const isComment = hasComments && line.startsWith(comment)
    return place < end && line.trim() !== '' && !isComment ? [place] : []
  })
  return { lines, content, comment, hasComments }
}

const SCISSORS = `${'-'.repeat(24)} >8 ${'-'.repeat(24)}`
