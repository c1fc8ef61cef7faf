import type { Item } from '../document/document.ts'
import type { Outline } from './outline.ts'

/**
 * Rewrites a tree of outlines at one item: what `rewrite` gives stands in its place.
 *
 * An empty array removes the item; the item among others inserts them beside it.
 */
export function rewriteOutline(
  outlines: readonly Outline[],
  item: Item,
  rewrite: (outline: Outline) => readonly Outline[],
): Outline[] {
  return outlines.flatMap((outline) => {
    if (outline.from === item) return rewrite(outline)
    if (!isInside(outline, item)) return [outline]
    return [{ ...outline, children: rewriteOutline(outline.children, item, rewrite) }]
  })
}

/** Only the branch that leads to the item is walked, so that a rewrite costs its depth. */
function isInside(outline: Outline, item: Item): boolean {
  const span = outline.from?.span
  // Ends are no help: white space is trimmed off them, so that a child's may lie behind its parent's.
  return span === undefined || (span.start <= item.span.start && item.span.start < span.end)
}

/**
 * Nests sections by their levels, as a parser would.
 *
 * A section put before a deeper one takes it in; the rest of the tree stays.
 */
export function nestSections(outlines: readonly Outline[]): Outline[] {
  const root: MutableOutline[] = []
  const open: MutableOutline[] = []
  for (const outline of flattenSections(outlines)) {
    const node: MutableOutline = { ...outline, children: [...outline.children] }
    if (outline.kind === 'section') {
      while (open.length > 0 && (open.at(-1)?.level ?? 0) >= outline.level) open.pop()
    }
    const siblings = open.at(-1)?.children ?? root
    siblings.push(node)
    if (outline.kind === 'section') open.push(node)
  }
  return root
}

interface MutableOutline extends Omit<Outline, 'children'> {
  readonly children: Outline[]
}

/** Sections one after another, each with only the children that are no sections. */
export function flattenSections(outlines: readonly Outline[]): Outline[] {
  return outlines.flatMap((outline) => {
    if (outline.kind !== 'section') return [outline]
    const children = outline.children.filter((child) => child.kind !== 'section')
    const sections = outline.children.filter((child) => child.kind === 'section')
    return [{ ...outline, children }, ...flattenSections(sections)]
  })
}

/** Adds to the levels of a section and of all sections below it. */
export function shiftLevels(outline: Outline, by: number): Outline {
  return {
    ...outline,
    level: outline.kind === 'section' ? outline.level + by : outline.level,
    children: outline.children.map((child) => shiftLevels(child, by)),
  }
}

/** Takes off outlines the items that they were read from: those are of another text. */
export function withoutSources(outline: Outline): Outline {
  const { from: _from, ...rest } = outline
  return { ...rest, children: outline.children.map(withoutSources) }
}
