import type { Trailer } from './commit-details.ts'
import { splitParagraphs } from './split-paragraphs.ts'
import { cutTrailers } from './cut-trailers.ts'

/** What the message of a commit says, piece by piece. */
export interface ParsedMessage {
  /** First paragraph, on one line. */
  readonly subject: string
  /** What follows the subject, without its trailers; empty where nothing does. */
  readonly body: string
  /** Type of the change, in lower case: `feat`. Absent where the subject tells none. */
  readonly type?: string
  /** What the change is about, as it is written: `oven`. */
  readonly scope?: string
  /** Whether users have to change something themselves. */
  readonly isBreaking: boolean
  /** The title of the change without type and scope; the subject where it has neither. */
  readonly description: string
}

/**
 * Parses the message of a commit.
 *
 * ```text
 * feat(oven)!: bake rye       type, scope, a mark of a breaking change, description
 *
 * Rye needs a hotter stone.   body
 *
 * Change-Id: I7e4c            trailer
 * ```
 *
 * A commit that merges a request has the request's title for its own, where a forge wrote it down.
 * One that reverts another is of the type `revert`; one that reverts a revert, of the first's.
 * Source: https://www.conventionalcommits.org/en/v1.0.0/
 *
 * @param trailers As git reads them from the message: they alone tell what is no text.
 */
export function parseMessage(message: string, trailers: readonly Trailer[]): ParsedMessage {
  const [first = '', ...rest] = splitParagraphs(message)
  const subject = fold(first)
  const body = cutTrailers(rest, trailers).join('\n\n')
  const { isMarked, ...header } = readHeader(readTitle(subject, body))
  const isBreaking =
    isMarked || BREAKING.test(body) || trailers.some(({ key }) => isBreakingKey(key))
  return { subject, body, ...header, isBreaking }
}

interface Header extends Pick<ParsedMessage, 'type' | 'scope' | 'description'> {
  readonly isMarked: boolean
}

function readHeader(title: string): Header {
  const reverted = REVERT.exec(title)?.groups?.title
  if (reverted !== undefined) {
    const again = REVERT.exec(reverted)?.groups?.title
    return again === undefined
      ? { type: 'revert', description: reverted, isMarked: false }
      : readHeader(again)
  }
  const { type, scope = '', mark, description } = HEADER.exec(title)?.groups ?? {}
  if (type === undefined || description === undefined)
    return { description: title, isMarked: false }
  return {
    type: type.toLowerCase(),
    ...(scope.trim() === '' ? {} : { scope: scope.trim() }),
    description,
    isMarked: mark !== undefined,
  }
}

/** Finds the title of the change: the subject, but for a merge whose request had one. */
function readTitle(subject: string, body: string): string {
  const quoted = GITEA_MERGE.exec(subject)?.groups?.title
  if (quoted !== undefined) return quoted
  const isRequest =
    GITHUB_MERGE.test(subject) || (subject.startsWith('Merge ') && GITLAB_REQUEST.test(body))
  const [line = ''] = body.split('\n')
  return isRequest && line !== '' && !GITLAB_REQUEST.test(line) ? line.trim() : subject
}

function fold(paragraph: string): string {
  return paragraph.trim().replaceAll(LINE_BREAK, ' ')
}

/** Upper case alone counts here, unlike in all other keys. */
function isBreakingKey(key: string): boolean {
  return key === 'BREAKING-CHANGE'
}

/** "feat(oven)!: bake rye" */
const HEADER = /^(?<type>[a-z][\w-]*)(?:\((?<scope>[^()]*)\))?(?<mark>!)?: +(?<description>\S.*)$/iu
/** "BREAKING CHANGE: loaves are heavier" */
const BREAKING = /^BREAKING[ -]CHANGE: /mu
/** 'Revert "feat: bake rye"'; a forge may put the number of a request behind it. */
const REVERT = /^Revert "(?<title>.+)"(?: \([#!]\d+\))?$/u
/** "Merge pull request #12 from ana/rye", and "… in BAKE/ovens from rye to main" of Bitbucket */
const GITHUB_MERGE = /^Merge pull request #\d+ (?:from|in) /u
/** "Merge pull request 'feat: bake rye' (#12) from ana/rye into main" */
const GITEA_MERGE = /^Merge pull request '(?<title>.+)' \([#!]\d+\) from /u
/** "See merge request bakery/ovens!45" */
const GITLAB_REQUEST = /^See merge request \S+!\d+$/mu
const LINE_BREAK = /\n[ \t]*/gu
