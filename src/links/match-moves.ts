import type { Document, Item } from '../document/document.ts'
import { parseDocument } from '../document/parse-document.ts'
import type { MarkdownEngine } from '../markdown/markdown-engine.ts'
import type { ItemHome } from '../matching/item-home.ts'
import { matchDocuments } from '../matching/match-documents.ts'
import type { LinkContext } from './link-context.ts'
import type { Moves } from './moves.ts'
import type { LinkStates } from './link-trace.ts'

/**
 * Finds where items went between two states of a repository, of which nobody told what was done.
 *
 * @param places Where each file that changed, and was there before, is now.
 */
export function matchMoves(
  places: Moves['places'],
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
  return { places, before: olds, after: news, homes }
}

function parsePage(
  file: string,
  context: LinkContext,
  engine: MarkdownEngine,
): Document | undefined {
  const reading = context.page(file)
  return reading.kind === 'page' ? parseDocument(reading.page.source, engine) : undefined
}
