import type { Heading, List, ListItem, Nodes, Paragraph, Root } from 'mdast'
import type { SourceText } from '../text/source-text.ts'
import type { Span } from '../text/span.ts'
import type { Link } from './link.ts'

/** What an item is made of: a heading, a list item, or a paragraph that titles a list. */
export type ItemKind = 'section' | 'bullet' | 'label'

/** What a checkbox says of an item; `other` for a box that GFM does not know, such as `[/]`. */
export type ItemStatus = 'open' | 'done' | 'other' | 'none'

/** A piece of an item's text that stands for something: an owner, a tag, inline code. */
export interface Mention extends Span {
  /** The text without its sigil: `flokli` for `@flokli`, `builds` for `#builds`. */
  readonly text: string
}

/** A date in an item's text. */
export interface DateMention extends Span {
  /** ISO 8601 calendar date, `2024-02-29`. */
  readonly date: string
  /** The word before the date and a colon, `due` in `due:2024-02-29`; empty where there is none. */
  readonly key: string
}

/** A piece of text that the config maps to a target, such as `cl/12607`. */
export interface Reference extends Mention {
  /** The URL or path that the config gives for it. */
  readonly target: string
}

/**
 * One item of a document.
 *
 * ```md
 * ### Builders
 * ^^^^^^^^^^^^   a section, up to the next heading of its level or a higher one
 *  - gVisor, once `bwrap` works
 *    ^^^^^^^^^^^^^^^^^^^^^^^^^^  a bullet's title: the first sentence of its first paragraph
 * ```
 */
export interface Item {
  /** What the item is made of. */
  readonly kind: ItemKind
  /** Section: the heading's level, 1 to 6. Bullet: its depth among bullets, from 1. Label: 1. */
  readonly level: number
  /** The rendered title, soft wraps folded to one space. */
  readonly title: string
  /** What its checkbox says, or `done` where the whole title is struck through. */
  readonly status: ItemStatus
  /** The titles from the outermost item to this one, itself included. */
  readonly path: readonly string[]
  /** From the first character of the heading, marker or label to the last one of the item's text. */
  readonly span: Span
  /** The source of the title, with its emphasis and backticks. */
  readonly titleSpan: Span
  /** The source between the title and the item's end that belongs to no child, piece by piece. */
  readonly bodySpans: readonly Span[]
  /** Child items, in document order. */
  readonly children: readonly Item[]
  /** Names behind `@`, and the config's names in parentheses at a line's end, in document order. */
  readonly owners: readonly Mention[]
  /** Words behind `#`, in document order. */
  readonly tags: readonly Mention[]
  /** Calendar dates, in document order. */
  readonly dates: readonly DateMention[]
  /** Inline code, in document order. */
  readonly code: readonly Mention[]
  /** Texts that the config maps to a target, in document order. */
  readonly references: readonly Reference[]
  /** Links of the title and body, those of child items left out, in document order. */
  readonly links: readonly Link[]
}

/** The nodes of the syntax tree that an item was read from. */
export type ItemSyntax =
  | { readonly kind: 'section'; readonly heading: Heading; readonly own: readonly Nodes[] }
  | {
      readonly kind: 'bullet'
      readonly list: List
      readonly node: ListItem
      readonly own: readonly Nodes[]
    }
  | {
      readonly kind: 'label'
      readonly paragraph: Paragraph
      readonly list: List
      readonly own: readonly Nodes[]
    }

/** A Markdown file read as items. */
export interface Document {
  /** The text that was read. */
  readonly source: SourceText
  /** The outermost items, in document order. */
  readonly items: readonly Item[]
  /** Every link of the document, in document order. */
  readonly links: readonly Link[]
  /** The syntax tree, as mdast with UTF-16 offsets. */
  readonly root: Root
  /** The nodes behind each item. */
  readonly syntax: ReadonlyMap<Item, ItemSyntax>
}
