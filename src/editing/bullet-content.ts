import { nodeSpan } from '../document/node-span.ts'
import type { Document, Item } from '../document/document.ts'
import { visit } from '../markdown/visit.ts'
import { lineAt } from '../text/line-index.ts'
import { type BulletLayout, bulletNode, contentColumn, readBulletLayout } from './bullet-layout.ts'
import {
  columnsOf,
  expandIndent,
  hasText,
  retabIndent,
  splitLines,
  stripColumns,
} from './columns.ts'

/** Reads a bullet's content as lines that stand at no indentation; lazy ones have none to lose. */
export function readBulletContent(document: Document, item: Item): string[] {
  const layout = readBulletLayout(document, item)
  const [first = '', ...rest] = bulletLines(document, item)
  const column = contentColumn(layout)
  const head = first.slice(layout.marker.length)
  const code = codeLines(document, item)
  return [
    hasText(head) ? stripColumns(head, columnsOf(layout.padding)) : '',
    ...rest.map((line, index) => {
      if (code.has(index + 1)) return stripColumns(line, column)
      // A tab is as wide as its place makes it, so that it would not survive another indentation.
      return hasText(line) ? stripColumns(expandIndent(line), column) : ''
    }),
  ]
}

/** Reads a bullet's lines behind its first one as they stand. */
export function readKeptLines(document: Document, item: Item): KeptLines {
  const [, ...lines] = bulletLines(document, item)
  return { column: contentColumn(readBulletLayout(document, item)), lines }
}

/** Lines as they stand, for a place with the same indentation. */
export interface KeptLines {
  /** The column of the content that they belong to, counted from 0. */
  readonly column: number
  readonly lines: readonly string[]
}

/** Renders lines of content as a bullet of a layout; blank lines stay empty. */
export function renderBullet(content: readonly string[], layout: BulletLayout): string[] {
  const [first = '', ...rest] = content
  const indent = ' '.repeat(contentColumn(layout))
  return [bulletHead(first, layout), ...rest.map((line) => (line === '' ? '' : `${indent}${line}`))]
}

/**
 * Lists the ways of rendering a bullet, the one that is most like what was there first.
 *
 * Lines that come from the same indentation stay as they are; where the list is indented by tabs, so
 * are new lines; else by spaces, which mean the same everywhere.
 */
export function bulletRenderings(
  content: readonly string[],
  layout: BulletLayout,
  kept: KeptLines | undefined,
): string[][] {
  const spaced = renderBullet(content, layout)
  const [first = '', ...rest] = spaced
  const verbatim = kept?.column === contentColumn(layout) ? [[first, ...kept.lines]] : []
  const isTabbed = layout.indent.includes('\t') || kept?.lines.some((line) => line.startsWith('\t'))
  const tabbed = isTabbed === true ? [[first, ...rest.map(retabIndent)]] : []
  return [...verbatim, ...tabbed, spaced]
}

function bulletHead(first: string, { indent, marker, padding }: BulletLayout): string {
  return first === '' ? `${indent}${marker}` : `${indent}${marker}${padding}${first}`
}

function bulletLines({ source: { text } }: Document, item: Item): string[] {
  return splitLines(text.slice(item.span.start, item.span.end))
}

/** The lines of a bullet that belong to code, counted from its first. */
function codeLines(document: Document, item: Item): ReadonlySet<number> {
  const { source } = document
  const lines = new Set<number>()
  const first = lineAt(source.lines, item.span.start)
  visit(bulletNode(document, item), (node) => {
    if (node.type !== 'code') return
    const { start, end } = nodeSpan(node)
    const last = lineAt(source.lines, end)
    for (let line = lineAt(source.lines, start); line <= last; line++) lines.add(line - first)
  })
  return lines
}
