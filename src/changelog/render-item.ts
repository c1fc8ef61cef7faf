import type { BlockContent, ListItem, PhrasingContent } from 'mdast'
import { stringifyBlocks } from '../markdown/stringify-markdown.ts'
import type { Entry } from './entry.ts'
import type { ItemRenderer } from './formats/format-definition.ts'
import type { Reference } from './commits/reference.ts'

/** Writes an entry as a user's module would have it: Markdown of what stands in one bullet. */
export type EntryTemplate = (entry: Entry) => string

/** Makes the renderer of entries. */
export function createItemRenderer(template?: EntryTemplate): ItemRenderer {
  const line = (entry: Entry): PhrasingContent[] =>
    template === undefined ? renderLine(entry) : [verbatim(template(entry))]
  return {
    brief: (entry) => item([paragraph(line(entry))]),
    withReason: (entry) => item([paragraph(line(entry)), ...renderReason(entry.reason)]),
  }
}

/** Writes an entry as Markdown on one line, without a bullet. */
export function renderWording(entry: Entry, items: ItemRenderer): string {
  return stringifyBlocks(items.brief(entry).children).replaceAll(SPACE, ' ')
}

function item(children: BlockContent[]): ListItem {
  return { type: 'listItem', spread: children.length > 1, children }
}

function paragraph(children: PhrasingContent[]): BlockContent {
  return { type: 'paragraph', children }
}

/** A commit is none of the references shown: its hash would be another one after an amendment. */
function renderLine({ summary, refs }: Entry): PhrasingContent[] {
  const isReviewed = refs.some(({ kind }) => kind === 'review')
  const links = refs
    .filter(({ kind, url }) => kind !== 'commit' && (kind !== 'change' || (url && !isReviewed)))
    .map(renderReference)
  if (links.length === 0) return [verbatim(summary)]
  const joined = links.flatMap((link, index) => (index === 0 ? [link] : [text(', '), link]))
  return [verbatim(summary), text(' ('), ...joined, text(')')]
}

/** Markdown that somebody wrote stays as it is written. */
function verbatim(markdown: string): PhrasingContent {
  return { type: 'html', value: fold(markdown) }
}

function renderReference({ text: value, url }: Reference): PhrasingContent {
  return url === undefined ? text(value) : { type: 'link', url, children: [text(value)] }
}

function text(value: string): PhrasingContent {
  return { type: 'text', value }
}

/** The paragraphs of a message are plain text; lines that begin with a bullet stay lines. */
function renderReason(reason: string): BlockContent[] {
  return reason
    .split(BLANK_LINE)
    .filter((block) => block.trim() !== '')
    .map((block) => {
      const bullets = block.split(BULLET).slice(1)
      if (bullets.length === 0 || !STARTS_WITH_BULLET.test(block))
        return paragraph([text(fold(block))])
      const children = bullets.map((each) => item([paragraph([text(fold(each))])]))
      return { type: 'list', ordered: false, spread: false, children }
    })
}

function fold(block: string): string {
  return block.replaceAll(SPACE, ' ').trim()
}

/** "\n \n" */
const BLANK_LINE = /\n[ \t]*\n/u
/** "- " at the beginning of a line */
const BULLET = /^[ \t]*[-*•][ \t]+/mu
/** The same, of the first. */
const STARTS_WITH_BULLET = /^\s*[-*•][ \t]/u
/** "\n" */
const SPACE = /\s+/gu
