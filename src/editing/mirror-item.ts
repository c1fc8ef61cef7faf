import type { Document, Item, ItemKind } from '../document/document.ts'
import { nodeSpan } from '../document/node-span.ts'
import { foldTitle } from '../document/read-title.ts'
import { renderBullet } from './bullet-content.ts'
import { PLAIN_LAYOUT } from './read-alone.ts'
import type { Parse } from './edited.ts'
import type { Fragment, Insertion } from './fragment.ts'
import { blankLinesBeforeLists } from './habits.ts'
import { type Outline, renderParagraph, titleSource } from './outline.ts'
import { shiftLevels } from './outline-tree.ts'
import { shiftHeadings } from './relevel.ts'

/** A title that is put around an item, so that one sees where it came from. */
export interface MirroredTitle {
  readonly kind: Item['kind']
  /** Markdown of the title, on one line. */
  readonly source: string
  /** A label's whole line, with the marks and the colon that make it one; else the title again. */
  readonly line: string
}

/** Reads the title of an ancestor. */
export function mirrorTitle(document: Document, item: Item): MirroredTitle {
  const source = titleSource(document, item)
  const syntax = document.syntax.get(item)
  if (syntax?.kind !== 'label') return { kind: item.kind, source, line: source }
  const { start, end } = nodeSpan(syntax.paragraph)
  return { kind: item.kind, source, line: foldTitle(document.source.text.slice(start, end)) }
}

/** Puts titles around an item, the innermost last, so that it can be put in below them. */
export function wrapInsertion(
  document: Document,
  titles: readonly MirroredTitle[],
  insertion: Insertion,
  parse: Parse,
): Insertion {
  return titles.reduceRight(
    (inner, title) => WRAPPERS[title.kind](title, inner, document, parse),
    insertion,
  )
}

type Wrap = (title: MirroredTitle, inner: Insertion, document: Document, parse: Parse) => Insertion

const WRAPPERS = {
  bullet: ({ source }, { fragment, outline }) => ({
    fragment: {
      kind: 'bullet',
      level: 0,
      lines: [source, ...renderBullet(fragment.lines, PLAIN_LAYOUT)],
    },
    outline: {
      kind: 'bullet',
      level: 0,
      title: source,
      status: 'none',
      own: source === '' ? [] : [renderParagraph(source)],
      children: [outline],
    },
  }),
  label: ({ source, line }, { fragment, outline }) => ({
    fragment: {
      kind: 'label',
      level: 0,
      lines: [line, '', ...renderBullet(fragment.lines, PLAIN_LAYOUT)],
    },
    outline: {
      kind: 'label',
      level: 0,
      title: source,
      status: 'none',
      own: [],
      children: [outline],
    },
  }),
  section: ({ source }, { fragment, outline }, document, parse) => ({
    fragment: {
      kind: 'section',
      level: 0,
      lines: [`# ${source}`, ...sectionLines(fragment, outline, document, parse)],
    },
    outline: {
      kind: 'section',
      level: 1,
      title: source,
      status: 'none',
      own: [],
      children: [shiftLevels(outline, 2 - outline.level)],
    },
  }),
} satisfies Record<ItemKind, Wrap>

function sectionLines(
  fragment: Fragment,
  outline: Outline,
  document: Document,
  parse: Parse,
): readonly string[] {
  if (fragment.kind === 'section')
    return ['', ...shiftHeadings(fragment.lines, 2 - outline.level, parse)]
  const blank = Array<string>(blankLinesBeforeLists(document, 'heading')).fill('')
  return [
    ...blank,
    ...(fragment.kind === 'bullet' ? renderBullet(fragment.lines, PLAIN_LAYOUT) : fragment.lines),
  ]
}
