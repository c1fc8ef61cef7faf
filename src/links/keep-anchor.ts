import type { KeptAnchor } from './kept-anchor.ts'
import type { LinkContext } from './link-context.ts'
import type { LinkVerdict } from './link-verdict.ts'
import type { StrayLink } from './render-target.ts'

/**
 * Writes the anchor that a heading had into it, so that links to it stay as they are.
 *
 * It stands in the heading, `## <a id="beds"></a>Raised beds`, and so goes wherever that goes.
 *
 * @param now What the link leads to after the change.
 * @returns `undefined` where the config does not ask for it, where the heading is in another document
 *   now or its old anchor another's, and where the renderer would take the tag for the heading's text.
 */
export function keepAnchor(
  { past }: StrayLink,
  now: LinkVerdict,
  after: LinkContext,
): KeptAnchor | undefined {
  const place = past?.place
  const old = past?.verdict.anchor
  if (after.options.keepsAnchors !== true || place === undefined) return undefined
  if (old?.kind !== 'heading') return undefined
  if (now.status !== 'dead' || now.part !== 'fragment' || now.file !== place.file) return undefined
  const slugs = after.slugsOf(place.file)
  const index = after.anchors(place.file, slugs)
  const heading = index?.byName.get(place.anchor ?? '')
  if (index === undefined || heading === undefined || slugs === 'kramdown') return undefined
  const marker = MARKER.exec(index.page.source.text.slice(heading.span.start, heading.span.end))
  if (marker === null || !NAME.test(old.anchor)) return undefined
  const start = heading.span.start + marker[0].length
  return { file: place.file, start, end: start, text: `<a id="${old.anchor}"></a>` }
}

/** "## " */
const MARKER = /^#{1,6}[ \t]+/u

/** "raised-beds": no character of it means anything in HTML */
const NAME = /^[\p{L}\p{M}\p{N}_-]+$/u
