import type { PageFacts } from './page-reader.ts'

/** A page that was asked for, and the one that came. */
export interface Reached {
  readonly asked: string
  /** With the fragment that redirects led to. */
  readonly url: string
  /** What was read of it; absent where nobody looked. */
  readonly page: PageFacts | undefined
}

/**
 * Says why a page that is there may not be the one that was meant: servers that do not say so, and domains
 * that somebody else has. Only people can tell.
 */
export function suspectPage({ asked, url, page }: Reached): string | undefined {
  const { pathname } = new URL(asked)
  const { pathname: path, hash } = new URL(url)
  // A script finds its way by the fragment.
  if (path === '/' && hash === '' && !FRONT.test(pathname)) return 'it redirects to the front page'
  if (page === undefined || page.found.size > 0) return undefined
  const { title, headline } = page
  if (PARKED.test(title) || PARKED.test(headline)) return 'the domain seems to be for sale'
  // A page about such pages says so in its address.
  if (ABOUT.test(pathname)) return undefined
  const name = GONE.test(title) ? title : GONE_ALONE.test(headline) ? headline : undefined
  return name === undefined ? undefined : `the page calls itself “${name.slice(0, LONGEST)}”`
}

/** "/index.html", "/en/" */
const FRONT = /^\/(?:index\.\w+|home|[a-z]{2}(?:[-_][a-z]{2})?)?\/?$/iu

/** "404 - Page not found" */
const GONE = /\b404\b|\b(?:page|file) (?:could )?not (?:be )?found\b|^not found\b/iu

/** "404", of a heading, which says much more than a title does */
const GONE_ALONE =
  /^(?:error )?404\b|^(?:sorry, )?(?:(?:the |this )?(?:page|file) )?(?:could )?not (?:be )?found\W*$/iu

/** "HTTP_404" */
const ABOUT = /404|not.?found/iu

/** "bakery.example is for sale" */
const PARKED =
  /\b(?:domain|website|is) (?:name )?(?:is |may be )?(?:for sale|parked)\b|\bparked domain\b/iu

/** Characters of a name that a report shows. */
const LONGEST = 80
