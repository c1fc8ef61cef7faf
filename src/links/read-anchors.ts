import type { Document } from '../document/document.ts'
import { foldTitle } from '../document/read-title.ts'
import { partitionPoint } from '../partition-point.ts'
import { lineAt } from '../text/line-index.ts'
import type { Anchor } from './anchor.ts'
import { type Heading, joinParts } from './heading.ts'
import type { Page } from './page.ts'
import { readHeadings } from './read-headings.ts'
import { readIds } from './read-page.ts'
import { slugs, type SlugsName } from './slugs/index.ts'
import type { SlugDefinition, SlugSettings } from './slugs/slug-definition.ts'

/**
 * Lists every anchor of a document under a renderer's rules, in document order.
 *
 * ```ts
 * readAnchors(parseDocument('## Store config\n', engine), 'github')[0].anchor // 'store-config'
 * ```
 */
export function readAnchors(
  document: Pick<Document, 'root' | 'source'>,
  name: SlugsName,
  settings: SlugSettings = {},
): Anchor[] {
  const { root, source } = document
  const headings = readHeadings(root, source.text)
  return listAnchors({ source, headings, ids: readIds(root, source.text) }, name, settings)
}

/** Lists the anchors of a document that has been read for the checks. */
export function listAnchors(
  page: Pick<Page, 'source' | 'headings' | 'ids'>,
  name: SlugsName,
  settings: SlugSettings = {},
): Anchor[] {
  const definition = slugs[name]
  const anchors = definition.slug(page.headings, settings).flatMap((anchor, index) => {
    const heading = page.headings[index]
    return anchor === undefined || heading === undefined
      ? []
      : [toAnchor(anchor, heading, definition, page)]
  })
  const ids = page.ids.map(({ value, span }): Anchor => {
    const heading = headingAround(page.headings, span.start)
    const title = heading === undefined ? '' : titleOf(heading, definition)
    return { anchor: value, title, line: lineAt(page.source.lines, span.start), span, kind: 'html' }
  })
  return [...anchors, ...ids].sort((a, b) => a.span.start - b.span.start)
}

/** The heading that holds an offset; headings are sorted and never overlap. */
function headingAround(headings: readonly Heading[], offset: number): Heading | undefined {
  const isBefore = (place: number): boolean => (headings[place]?.span.start ?? 0) <= offset
  const heading = headings[partitionPoint(headings.length, isBefore) - 1]
  return heading !== undefined && offset < heading.span.end ? heading : undefined
}

function toAnchor(
  anchor: string,
  heading: Heading,
  definition: SlugDefinition,
  page: Pick<Page, 'source'>,
): Anchor {
  const { span } = heading
  const isExplicit = definition.idOf(heading) !== undefined
  return {
    anchor,
    title: titleOf(heading, definition),
    line: lineAt(page.source.lines, span.start),
    span,
    kind: isExplicit ? 'explicit' : 'heading',
  }
}

function titleOf(heading: Heading, definition: SlugDefinition): string {
  return foldTitle(joinParts(definition.readsAttributes ? heading.bareParts : heading.parts))
}
