import type { Document, Item } from '../document/document.ts'
import { parseDocument } from '../document/parse-document.ts'
import { walkItems } from '../document/walk-items.ts'
import type { MarkdownEngine } from '../markdown/markdown-engine.ts'
import type { ItemHome } from '../matching/item-home.ts'
import { matchDocuments } from '../matching/match-documents.ts'
import type { LinkContext } from './link-context.ts'
import type { LinkStates } from './link-trace.ts'
import { matchStrays, type Stray } from './match-strays.ts'
import type { Moves } from './moves.ts'

/** What a change did to files, as far as somebody told. */
export interface FileMoves extends Pick<Moves, 'places'> {
  /** The files that were not there before. */
  readonly added: readonly string[]
}

/** Finds where items went between two states of a repository, of which nobody told what was done. */
export function matchMoves(
  { places, added }: FileMoves,
  { before, after }: LinkStates,
  engine: MarkdownEngine,
): Moves {
  const olds = new Map<string, Document>()
  const news = new Map<string, Document>()
  const homes = new Map<Item, ItemHome>()
  for (const [origin, file] of places) {
    const old = parsePage(origin, before, engine)
    if (old === undefined) continue
    olds.set(origin, old)
    const revised = file === undefined ? undefined : parsePage(file, after, engine)
    if (file === undefined || revised === undefined) continue
    news.set(file, revised)
    const matching = matchDocuments(old, revised)
    for (const [number, { item }] of matching.old.entries.entries()) {
      const home = matching.new.entries[matching.newOf(number) ?? -1]?.item
      if (item !== undefined && home !== undefined) homes.set(item, { origin, file, item: home })
    }
  }
  const lost = listStrays(olds, new Set(homes.keys()))
  if (lost.length === 0) return { places, before: olds, after: news, homes }
  for (const file of added) {
    const document = parsePage(file, after, engine)
    if (document !== undefined) news.set(file, document)
  }
  const come = listStrays(news, new Set([...homes.values()].map(({ item }) => item)))
  for (const [old, { file, item }] of matchStrays(lost, come, () => readTexts(before)))
    homes.set(old.item, { origin: old.file, file, item })
  return { places, before: olds, after: news, homes }
}

/** Lists the items of documents that are not known to be in both states. */
function listStrays(documents: Moves['before'], known: ReadonlySet<Item>): Stray[] {
  return [...documents].flatMap(([file, document]) =>
    walkItems(document.items).flatMap(({ item }) =>
      known.has(item) ? [] : [{ file, document, item }],
    ),
  )
}

function* readTexts(context: LinkContext): Generator<readonly [file: string, text: string]> {
  for (const file of context.documents) {
    const reading = context.page(file)
    if (reading.kind === 'page') yield [file, reading.page.source.text]
  }
}

function parsePage(
  file: string,
  context: LinkContext,
  engine: MarkdownEngine,
): Document | undefined {
  const reading = context.page(file)
  return reading.kind === 'page' ? parseDocument(reading.page.source, engine) : undefined
}
