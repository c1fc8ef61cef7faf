import { hasTrailers } from './has-trailers.ts'
import { isFooter } from './is-footer.ts'
import type { DraftedTrailer, MessageDraft } from './message-draft.ts'
import { type MessageLines, readMessageLines } from './message-lines.ts'
import type { MessageSettings } from './message-settings.ts'
import { outcomes } from '../outcome.ts'
import { OUTCOME_KEY } from '../outcomes/read-outcome-trailers.ts'
import { unquoteTitle } from '../outcomes/unquote-title.ts'

/**
 * Puts a draft into the message that git has prepared; what stands there stays, byte for byte.
 *
 * An empty message gets all of the draft, above a sign-off, and so does a template. A message that
 * somebody wrote gets what is certain and not said yet. Done twice, it is as if done once.
 *
 * @param source Where the message is from, as git says: `message`, `template`, or nothing.
 */
export function insertDraft(
  text: string,
  draft: MessageDraft,
  source: string,
  settings: MessageSettings,
): string {
  if (!sources.has(source)) return text
  const message = readMessageLines(text, settings)
  const [first] = message.content
  const subject = first === undefined ? '' : (message.lines[first] ?? '').trimEnd()
  const isEmpty = first === undefined || isFooter(message)
  // Git refuses an empty message, unless something is added to it.
  if (isEmpty ? source === 'message' : FIXUP.test(subject)) return text
  // What would be a comment is no message.
  if ([draft.subject, OUTCOME_KEY].some((line) => line.startsWith(message.comment))) return text
  const isFresh = isEmpty || (source === 'template' && subject !== draft.subject)
  // A subject that nobody would see is not ours to choose.
  if (isFresh && !settings.hasEditor) return text
  const end = text.includes('\r\n') ? '\r' : ''
  const headed = isFresh ? insertHead(text, message, draft, end) : text
  const choices = isFresh && keepsNone.has(settings.cleanup) ? renderChoices(draft, message) : []
  return insertTrailers(headed, draft, choices, end, settings)
}

/** Others are messages that git made of commits. */
const sources: ReadonlySet<string> = new Set(['', 'message', 'template'])

/** Ways to clean up that take comments out. */
const keepsNone: ReadonlySet<string> = new Set(['default', 'strip'])

/** "fixup! sow the beans": the message is going to be another's. */
const FIXUP = /^(?:fixup|squash|amend)! /u

function insertHead(text: string, message: MessageLines, draft: MessageDraft, end: string): string {
  const bullet = message.comment.startsWith('-') ? '*' : '-'
  const body = draft.body.map((line) => `${bullet} ${line}`)
  const head = [draft.subject, ...(body.length === 0 ? [] : ['', ...body])]
  const separator = /^\r?(?:\n|$)/u.test(text) ? [] : ['']
  return [...head, ...separator].map((line) => `${line}${end}\n`).join('') + text
}

function insertTrailers(
  text: string,
  { trailers }: MessageDraft,
  choices: readonly string[],
  end: string,
  settings: MessageSettings,
): string {
  const { lines, content } = readMessageLines(text, settings)
  const said = content.flatMap((place) => readSaid(lines[place] ?? '') ?? [])
  // As who reads it finds the item that is meant.
  const isSaid = ({ title }: DraftedTrailer): boolean =>
    said.some((each) => title === '' || title.toLowerCase().startsWith(each))
  const certain = trailers.filter((trailer) => trailer.isDone && !isSaid(trailer))
  const added = [...certain.map((trailer) => renderTrailer('done', trailer)), ...choices]
  const last = content.at(-1)
  if (added.length === 0 || last === undefined) return text
  const separator = hasTrailers(readParagraphs(lines, content)) ? [] : ['']
  const behind = [...separator, ...added].map((line) => line + end)
  const rest = lines.slice(last + 1)
  // The last line of a file may have no end yet.
  if (rest.length === 0) return `${text}${end}\n${behind.join('\n')}\n`
  return [...lines.slice(0, last + 1), ...behind, ...rest].join('\n')
}

/** Title that a trailer tells, in lower case; empty where it is of all. A word that is no outcome counts too. */
function readSaid(line: string): string | undefined {
  const title = TODO_OUTCOME.exec(line)?.groups?.title
  return title === undefined
    ? undefined
    : unquoteTitle(title.trim().replaceAll(SPACES, ' ')).toLowerCase()
}

/** "  " */
const SPACES = /\s+/gu

/** "Todo-Outcome: done Sow beans" */
const TODO_OUTCOME = /^todo-outcome[ \t]*:[ \t]*\S+(?<title>.*)/iu

function renderTrailer(outcome: string, { shortTitle }: DraftedTrailer): string {
  // Who reads it takes a pair of quotation marks off.
  const title = unquoteTitle(shortTitle) === shortTitle ? shortTitle : `"${shortTitle}"`
  return `${OUTCOME_KEY}: ${outcome} ${title}`.trimEnd()
}

/** A comment to choose from, for each item of which nothing tells what became of it. */
function renderChoices({ trailers }: MessageDraft, { comment }: MessageLines): string[] {
  const open = trailers.filter(({ isDone }) => !isDone)
  if (open.length === 0) return []
  const words = outcomes.filter((word) => word !== 'undone' && word !== 'unknown').join('|')
  const lines = open.map((trailer) => renderTrailer(words, trailer))
  return ['What became of it? Keep one word, and uncomment the line:', ...lines].map(
    (line) => `${comment} ${line}`,
  )
}

/** Lines of the message without an empty one between them. */
function readParagraphs(lines: readonly string[], content: readonly number[]): string[][] {
  const paragraphs: string[][] = []
  content.forEach((place, index) => {
    const above = lines.slice((content[index - 1] ?? -1) + 1, place)
    const isNext = index === 0 || above.some((line) => line.trim() === '')
    if (isNext) paragraphs.push([])
    paragraphs.at(-1)?.push((lines[place] ?? '').replace(CARRIAGE_RETURN, ''))
  })
  return paragraphs
}

/** "\r" */
const CARRIAGE_RETURN = /\r$/u
