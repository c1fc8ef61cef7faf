import type { FragmentAnswer } from './page-answer.ts'
import type { PageFacts } from './page-reader.ts'
import { isTextName } from './text-directive.ts'

/** What a status says of a page. */
export type StatusVerdict =
  | { readonly status: 'alive' }
  | { readonly status: 'dead'; readonly reason: string }
  | { readonly status: 'unknown'; readonly reason: string }

/**
 * Tells what a status says. Only that a page is not there means so; all else may be otherwise tomorrow.
 *
 * @param isChallenge Whether the server wants to be shown a browser first.
 */
export function judgeStatus(status: number, isChallenge: boolean): StatusVerdict {
  if (isChallenge) return { status: 'unknown', reason: `${status}, the server keeps programs out` }
  if (status >= 200 && status < 300) return { status: 'alive' }
  if (status === 404 || status === 410) return { status: 'dead', reason: `${status}` }
  const reason = REASONS[status] ?? (status >= 500 ? 'the server fails' : 'the server does not say')
  return { status: 'unknown', reason: `${status}, ${reason}` }
}

const REASONS: Readonly<Record<number, string>> = {
  401: 'readers have to log in',
  403: 'the server keeps programs out',
  407: 'the proxy wants a password',
  429: 'the server has too much to do',
  451: 'the page is withheld by law',
  999: 'the server keeps programs out',
}

/** Says why nobody can tell whether the page is there that was asked for. */
export function judgePage(asked: string, reached: string, page?: PageFacts): string | undefined {
  const path = new URL(reached).pathname
  if (LOGIN.test(path) && !LOGIN.test(new URL(asked).pathname)) return 'readers have to log in'
  return WALL.test(page?.title ?? '') ? 'the server keeps programs out' : undefined
}

/** "/users/sign_in" */
const LOGIN = /\/(?:log-?in|sign-?in|sign_in|sso|authorize)(?:\/|\.|$)/iu

/** "Just a moment...": what stands before a page until a browser has run a script */
const WALL =
  /^just a moment\b|^attention required\b|\bchecking your browser\b|\b(?:you are|you're) (?:a )?(?:human|not a (?:ro)?bot)\b|\bcaptcha\b|^access denied\b|\bddos protection\b/iu

/** Tells what became of fragments. */
export function judgeFragments(
  fragments: readonly string[],
  page: PageFacts | undefined,
): Readonly<Record<string, FragmentAnswer>> {
  return Object.fromEntries(fragments.map((each) => [each, judgeFragment(each, page)]))
}

function judgeFragment(fragment: string, page: PageFacts | undefined): FragmentAnswer {
  if (page === undefined) return { status: 'unknown', reason: 'it is no HTML' }
  const heading = page.found.get(fragment)
  if (heading !== undefined) return { status: 'alive', heading }
  if (!page.isWhole) return { status: 'unknown', reason: 'the page was not read to its end' }
  if (page.refresh !== undefined)
    return { status: 'unknown', reason: 'the page sends readers to another' }
  if (isTextName(fragment)) return judgeText(page)
  // A page whose headings have no ids is drawn, or given its ids, by a script.
  if (page.anchors.length === 0) return { status: 'unknown', reason: 'a script may draw the page' }
  return { status: 'dead', anchors: page.anchors }
}

/** What a server sends is all of a page without scripts; of any other, what was there is not any more. */
function judgeText({ anchors, isScripted, length }: PageFacts): FragmentAnswer {
  if (!isScripted) return { status: 'dead', anchors }
  const doubt = 'a script may draw the page'
  return length < LEAST_LENGTH
    ? { status: 'unknown', reason: doubt }
    : { status: 'dead', anchors, doubt }
}

/** Characters of a page that are more than its menus. */
const LEAST_LENGTH = 500
