import { decodePercent, type LinkTarget } from '../links/parse-target.ts'
import { DELIMITER, isTextName, listTextNames } from './text-directive.ts'

/** An address on the web, as it is asked for. */
export interface RemoteTarget {
  /** In the form that all spellings of it have, without fragment. */
  readonly url: string
  /** Without `#`, percent-encoding decoded; absent where the page itself is meant. */
  readonly fragment?: string
  /** What it quotes of the page, by the names of the quotations: `:~:text=dark%20rye`. */
  readonly texts: readonly string[]
}

/** Makes an address of a link's target; `undefined` where it is none that anybody could ask for. */
export function toRemoteTarget(
  target: Pick<LinkTarget, 'url' | 'scheme'>,
): RemoteTarget | undefined {
  const address = target.scheme === '//' ? `https:${target.url}` : target.url
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  // A name and a password are nobody's business, and no reader has them.
  if (url.username !== '' || url.password !== '') return undefined
  const [id = '', ...directive] = url.hash.slice(1).split(DELIMITER)
  const fragment = decodePercent(id)
  const texts = listTextNames(directive.join(DELIMITER))
  url.hash = ''
  const isPage = fragment === '' || fragment.toLowerCase() === 'top'
  return { url: url.href, ...(!isPage && { fragment }), texts }
}

/** Lists all that has to be looked for in the page of an address, each thing by its name. */
export function listNames({ fragment, texts }: RemoteTarget): string[] {
  return fragment === undefined ? [...texts] : [fragment, ...texts]
}

/** Says why nobody can tell from a page whether it has a fragment; `undefined` where one can. */
export function findFragmentDoubt(fragment: string): string | undefined {
  if (isTextName(fragment)) return undefined
  if (LINES.test(fragment)) return 'lines are shown by the host'
  if (ROUTE.test(fragment)) return 'the fragment is for a script'
  return COMMENT.test(fragment) ? 'comments are shown by a script' : undefined
}

/** "L10-L20" */
const LINES = /^L\d+(?:C\d+)?(?:-L?\d+(?:C\d+)?)?$/u

/** "/guide" */
const ROUTE = /^[/!?]|[=&]/u

/** "issuecomment-24" */
const COMMENT =
  /^(?:issuecomment-|issue-|discussion_?r|discussioncomment-|diff-|note_|pullrequestreview-|commitcomment-|ref-)\w*\d/iu
