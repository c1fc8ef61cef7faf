import type { Document, Item, ItemKind } from '../document/document.ts'
import { CrossoffError } from '../errors.ts'
import { nodeSpan } from '../document/node-span.ts'
import { foldTitle } from '../document/read-title.ts'
import { bulletRenderings, renderBullet } from './bullet-content.ts'
import { type BulletLayout, contentColumn } from './bullet-layout.ts'
import { readAlone } from './read-alone.ts'
import type { Parse } from './edited.ts'
import type { Fragment, Insertion } from './fragment.ts'
import { blankLinesBeforeLists } from './habits.ts'
import { outerLayout } from './list-style.ts'
import { type Outline, titleSource } from './outline.ts'
import { shiftLevels, withoutSources } from './outline-tree.ts'
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

/**
 * Puts titles around an item, the innermost last, so that it can be put in below them.
 *
 * @param document Document whose habits decide how lists look.
 */
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
  bullet: (title, { fragment, outline }, document, parse) => ({
    fragment: {
      kind: 'bullet',
      level: 0,
      lines: [
        title.line,
        ...renderBullet(fragment.lines, { ...habitualLayout(document), indent: '' }),
      ],
    },
    outline: { ...readTitle(title, parse), children: [outline] },
  }),
  label: (title, { fragment, outline }, document, parse) => ({
    fragment: {
      kind: 'label',
      level: 0,
      lines: [title.line, '', ...listLines(fragment, document)],
    },
    outline: { ...readTitle(title, parse), children: [outline] },
  }),
  section: (title, { fragment, outline }, document, parse) => ({
    fragment: {
      kind: 'section',
      level: 0,
      lines: [`# ${title.line}`, ...sectionLines(fragment, outline, document, parse)],
    },
    outline: {
      ...readTitle(title, parse),
      children: [shiftLevels(outline, 2 - outline.level)],
    },
  }),
} satisfies Record<ItemKind, Wrap>

/** What a title shows by itself; one that is struck through is done, whatever stands below it. */
function readTitle({ kind, line }: MirroredTitle, parse: Parse): Outline {
  const outline = readAlone(kind, line, parse)
  if (outline !== undefined) return withoutSources(outline)
  throw new CrossoffError(
    'operation-refused',
    `\`${line}\` cannot be the title of a ${kind} by itself`,
    {
      help: 'archive the item above it, or reword that title',
    },
  )
}

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
    ...(fragment.kind === 'bullet' ? listLines(fragment, document) : fragment.lines),
  ]
}

/** A list of one bullet, laid out as the document's lists are. */
function listLines(fragment: Fragment, document: Document): readonly string[] {
  const layout = habitualLayout(document)
  const renderings = bulletRenderings(fragment.lines, layout, fragment.kept)
  const isKept = fragment.kept?.column === contentColumn(layout)
  return renderings.at(isKept ? 0 : -1) ?? []
}

function habitualLayout(document: Document): BulletLayout {
  return outerLayout(document, document.source.text.length)
}
