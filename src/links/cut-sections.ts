import type { Anchor } from './anchor.ts'

/** What stands below a heading, up to the next heading of any level. */
export interface Section {
  readonly anchor: Anchor
  /** Without white space around it. */
  readonly text: string
}

/** Cuts a document at its headings, those in quotes and lists too. */
export function cutSections(text: string, anchors: readonly Anchor[]): Section[] {
  const headings = anchors.filter(({ kind, title }) => kind !== 'html' && title !== '')
  return headings.map((anchor, index) => {
    const end = headings[index + 1]?.span.start
    return { anchor, text: text.slice(anchor.span.end, end).trim() }
  })
}

/** Tells whether two sections have one title, or one text. */
export function isLikeSection(a: Section, b: Section): boolean {
  return a.anchor.title === b.anchor.title || (a.text !== '' && a.text === b.text)
}
