import type { Document, Item, ItemKind } from '../document/document.ts'
import { CrossoffError } from '../errors.ts'
import { columnsOf, splitLines, stripColumns, trimBlankLines, trimLines } from './columns.ts'
import { readBulletContent } from './bullet-content.ts'
import type { KeptLines } from './bullet-content.ts'
import type { Layout } from './layout.ts'
import type { Outline } from './outline.ts'

/** The text of an item that is to be put into a document. */
export interface Fragment {
  readonly kind: ItemKind
  /**
   * A section or a label: its lines as they are to stand. A bullet: its content's lines, without
   * marker and at no indentation.
   */
  readonly lines: readonly string[]
  /** Level of the heading that a section's text begins with; 0 where the text names none. */
  readonly level: number
  /** A bullet's lines behind its first one as they stand; absent where nobody wrote them so. */
  readonly kept?: KeptLines
}

/** An item's text, and what it must show where it then stands. */
export interface Insertion {
  readonly fragment: Fragment
  /** The outline of the item itself; a section's levels are those of the fragment's headings. */
  readonly outline: Outline
  /** How it is to stand there, where that is told. */
  readonly layout?: Layout
}

/**
 * Reads a text that a user gave as one item.
 *
 * Text that begins with a heading is a section, text that begins with `- ` a bullet; any other text
 * is what `kind` says, or a bullet. Text that is more than one item is refused.
 */
export function parseFragment(
  text: string,
  kind: ItemKind | undefined,
  parse: (text: string) => Document,
): Fragment {
  const trimmed = trimLines(text)
  if (trimmed === '') throw refusal('the text of the item is empty', 'give its title')
  const document = parse(trimmed)
  const first = document.items[0]
  const opens = first !== undefined && isAtStart(trimmed, first)
  if (kind === 'label') return labelFragment(document, trimmed)
  if (kind !== 'bullet' && opens && first.kind === 'section')
    return sectionFragment(document, trimmed, first)
  if (opens && first.kind === 'bullet' && kind !== 'section')
    return bulletFragment(document, trimmed, first)
  const lines = splitLines(trimmed)
  if (kind === 'section')
    return { kind, lines: [`# ${lines[0] ?? ''}`, ...lines.slice(1)], level: 0 }
  return { kind: 'bullet', lines, level: 0 }
}

/**
 * Reads a text whose lines are to stand as they are given: at the indentation that its first one has.
 *
 * Blank lines around them are for a layout to tell.
 */
export function parseVerbatim(
  text: string,
  kind: ItemKind | undefined,
  parse: (text: string) => Document,
): { readonly fragment: Fragment; readonly lines: readonly string[] } {
  const lines = trimBlankLines(splitLines(text))
  const indent = columnsOf(INDENT.exec(lines[0] ?? '')?.[0] ?? '')
  const alone = lines.map((line) => stripColumns(line, indent)).join('\n')
  const fragment = parseFragment(alone, kind, parse)
  const first = parse(alone).items[0]
  if (first?.kind !== fragment.kind || !isAtStart(alone, first)) {
    throw refusal(
      `the text is no ${fragment.kind} as it stands`,
      'with `verbatim`, a bullet begins with its marker and a section with its heading',
    )
  }
  return { fragment, lines }
}

/** "  " */
const INDENT = /^[ \t]*/u

function isAtStart(text: string, item: Item): boolean {
  return text.slice(0, item.span.start).trim() === ''
}

function sectionFragment(document: Document, text: string, first: Item): Fragment {
  requireOne(document, 'section')
  return { kind: 'section', lines: splitLines(text), level: first.level }
}

/**
 * Reads a text that is to title the list that it is put before; it may hold bullets of its own.
 */
export function parseLabelTitle(
  text: string,
  parse: (text: string) => Document,
): Fragment | undefined {
  const trimmed = trimLines(text)
  const document = parse(`${trimmed}\n\n- x\n`)
  const [first, second] = document.items
  const isTitle = first?.kind === 'label' && second === undefined && first.children.length === 1
  return isTitle && isAtStart(trimmed, first)
    ? { kind: 'label', lines: splitLines(trimmed), level: 0 }
    : undefined
}

function labelFragment(document: Document, text: string): Fragment {
  if (document.items[0]?.kind !== 'label') {
    throw refusal(
      'the text is no label',
      'a label is bold text, or up to four words and a colon, right before a list',
    )
  }
  requireOne(document, 'label')
  return { kind: 'label', lines: splitLines(text), level: 0 }
}

function bulletFragment(document: Document, text: string, first: Item): Fragment {
  requireOne(document, 'bullet')
  if (text.slice(first.span.end).trim() !== '') {
    throw refusal('the text goes on behind the bullet', 'indent what belongs to the bullet')
  }
  return { kind: 'bullet', lines: readBulletContent(document, first), level: 0 }
}

function requireOne(document: Document, kind: ItemKind): void {
  if (document.items.length === 1) return
  throw refusal(
    `the text is ${document.items.length} items, \`${document.items.map(({ title }) => title).join('`, `')}\``,
    `add one ${kind} at a time`,
  )
}

function refusal(message: string, help: string): CrossoffError {
  return new CrossoffError('operation-refused', message, { help })
}
