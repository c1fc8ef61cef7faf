import type { Item } from '../document/document.ts'
import type { Span } from '../text/span.ts'
import type { Anchor } from './anchor.ts'
import type { LinkContext } from './link-context.ts'
import type { Moves } from './moves.ts'
import type { LinkPlace, LinkStates } from './link-trace.ts'

/** An anchor of a document that changed. */
export interface PastAnchor {
  /** The document before. */
  readonly file: string
  /** Where it is after the change; `undefined` where it is gone. */
  readonly place: string | undefined
  readonly anchor: Anchor
  /** The item that holds it; absent before all items. */
  readonly holder: Item | undefined
}

/** Finds where an anchor is after a change: with the item whose heading gave it, or that holds it. */
export function followAnchor(
  { file, place, anchor, holder }: PastAnchor,
  homes: Moves['homes'],
  { before, after }: LinkStates,
): LinkPlace | undefined {
  const stayed = place === undefined ? undefined : { file: place, item: undefined }
  const home = holder === undefined ? stayed : homes.get(holder)
  if (home === undefined) return undefined
  const anchors = anchorsOf(home.file, after)
  // Whoever gave an id chose its name; where it stands is another matter.
  if (anchor.kind !== 'heading' && anchors.some((each) => isNamed(each, anchor.anchor)))
    return { file: home.file, anchor: anchor.anchor }
  if (anchor.kind === 'html') return undefined
  const now = isHeadingOf(anchor, holder)
    ? anchors.find((each) => isHeadingOf(each, home.item))
    : findEqual(anchor, [anchorsOf(file, before), holder?.span], [anchors, home.item?.span])
  return now === undefined ? undefined : { file: home.file, anchor: now.anchor }
}

function anchorsOf(file: string, context: LinkContext): readonly Anchor[] {
  return context.anchors(file, context.slugsOf(file))?.anchors ?? []
}

function isNamed({ kind, anchor }: Anchor, name: string): boolean {
  return kind !== 'heading' && anchor === name
}

function isHeadingOf({ kind, span }: Anchor, item: Item | undefined): boolean {
  return kind !== 'html' && item?.kind === 'section' && item.span.start === span.start
}

/** A heading in a quote or a list is no item: it is told by its title, and its place among equals. */
function findEqual(
  anchor: Anchor,
  [old, from]: readonly [readonly Anchor[], Span | undefined],
  [fresh, to]: readonly [readonly Anchor[], Span | undefined],
): Anchor | undefined {
  const isEqual = ({ kind, title }: Anchor): boolean => kind !== 'html' && title === anchor.title
  const within = (anchors: readonly Anchor[], span: Span | undefined): Anchor[] =>
    anchors.filter(
      (each) =>
        isEqual(each) &&
        (span === undefined || (span.start <= each.span.start && each.span.end <= span.end)),
    )
  const place = within(old, from).findIndex(({ span }) => span.start === anchor.span.start)
  return within(fresh, to)[place]
}
