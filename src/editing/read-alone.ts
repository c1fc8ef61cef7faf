import type { ItemKind } from '../document/document.ts'
import { foldTitle } from '../document/read-title.ts'
import { renderBullet } from './bullet-content.ts'
import { splitLines } from './columns.ts'
import type { Parse } from './edited.ts'
import { type Outline, readOutlines } from './outline.ts'

/** The layout in which the text of a bullet is read by itself. */
export const PLAIN_LAYOUT = { indent: '', marker: '-', padding: ' ' } as const

/**
 * Reads what the source of a title would be as an item by itself; `undefined` where it would be none,
 * or more than one.
 *
 * @param source A heading's text, or the paragraph of a bullet or label, at any indentation.
 */
export function readAlone(kind: ItemKind, source: string, parse: Parse): Outline | undefined {
  const [outline, second] = readOutlines(parse(`${RENDERERS[kind](source)}\n`))
  return second === undefined && outline?.kind === kind ? outline : undefined
}

const RENDERERS = {
  section: (source) => `# ${foldTitle(source.replace(HEADING_MARKS, ''))}`,
  bullet: (source) =>
    renderBullet(
      splitLines(source).map((line) => line.trimStart()),
      PLAIN_LAYOUT,
    ).join('\n'),
  label: (source) => `${source}\n\n- x`,
} satisfies Record<ItemKind, (source: string) => string>

/** "## " before a heading's text, or the line below it */
const HEADING_MARKS = /^#{1,6}(?=[ \t])|(?:\r\n|\n|\r)[ \t]*(?:=+|-+)[ \t]*$/gu
