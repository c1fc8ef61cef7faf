import type { Anchor } from './anchor.ts'
import { cutSections, type Section } from './cut-sections.ts'
import type { LinkContext } from './link-context.ts'

/** Lists the sections of a file; none where it cannot be read. */
export function listSections(file: string, context: LinkContext): Section[] {
  const index = context.anchors(file, context.slugsOf(file))
  return index === undefined ? [] : cutSections(index.page.source.text, index.anchors)
}

/** Finds the section that an anchor is the heading of. */
export function findSection(
  file: string,
  { span }: Anchor,
  context: LinkContext | undefined,
): Section | undefined {
  const sections = context === undefined ? [] : listSections(file, context)
  return sections.find(({ anchor }) => anchor.span.start === span.start)
}
