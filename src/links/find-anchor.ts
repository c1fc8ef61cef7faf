import type { Anchor } from './anchor.ts'
import type { LinkContext } from './link-context.ts'
import { slugs, type SlugsName } from './slugs/index.ts'

/** A fragment, and whose rules make the anchors that it names one of. */
export interface NamedAnchor {
  /** Decoded, without `#`. */
  readonly fragment: string
  readonly slugs: SlugsName
}

/** Finds the anchor of a file that a fragment leads to, as the renderer compares them. */
export function findAnchor(
  file: string,
  { fragment, slugs: renderer }: NamedAnchor,
  context: LinkContext,
): Anchor | undefined {
  const index = context.anchors(file, renderer)
  return index?.byName.get(fragment) ?? index?.byFolded.get(slugs[renderer].foldFragment(fragment))
}
