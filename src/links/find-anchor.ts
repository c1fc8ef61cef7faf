import type { Anchor } from './anchor.ts'
import type { LinkContext } from './link-context.ts'
import type { NamedAnchor } from './link-verdict.ts'
import { slugs } from './slugs/index.ts'

/** Finds the anchor of a file that a fragment leads to, as the renderer compares them. */
export function findAnchor(
  file: string,
  { fragment, slugs: renderer }: NamedAnchor,
  context: LinkContext,
): Anchor | undefined {
  const index = context.anchors(file, renderer)
  return index?.byName.get(fragment) ?? index?.byFolded.get(slugs[renderer].foldFragment(fragment))
}
