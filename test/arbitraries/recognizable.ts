import type { Document, Item } from '../../src/document/document.ts'
import { walkItems } from '../../src/document/walk-items.ts'
import type { RevisedDocument } from './revisions.ts'

/** An item that a reader of both revisions would know again. */
export interface RecognizableItem {
  readonly item: Item
  readonly home: Item
  /** Its number in the old revision, and in the new one. */
  readonly old: number
  readonly new: number
  /** The operations that it was the target of. */
  readonly ops: readonly string[]
}

/** Lists the items that operations changed and that can be known again. */
export function recognizable({
  old,
  new: revised,
  homes,
  targets,
}: RevisedDocument): RecognizableItem[] {
  const olds = walkItems(old.items).map(({ item }) => item)
  const news = walkItems(revised.items).map(({ item }) => item)
  const texts = countTexts(old, olds)
  return olds.flatMap((item, number) => {
    const home = homes.get(item)
    const ops = [...(targets.get(item) ?? [])]
    if (home === undefined || ops.length === 0) return []
    // Of two that say the same, nobody can tell which is which.
    if ((texts.get(ownText(old, item)) ?? 0) > 1 || isRewritten(old, item, revised, home)) return []
    return [{ item, home, old: number, new: news.indexOf(home), ops }]
  })
}

function countTexts(document: Document, items: readonly Item[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) {
    const text = ownText(document, item)
    counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  return counts
}

function ownText({ source: { text } }: Document, { kind, titleSpan, bodySpans }: Item): string {
  const pieces = [titleSpan, ...bodySpans].map(({ start, end }) => text.slice(start, end))
  return [kind, ...pieces].join('|')
}

/** Less than half of its words, those below it included, are still there: who knows it again? */
function isRewritten(old: Document, item: Item, revised: Document, home: Item): boolean {
  const [before, after] = [wordsOf(old, item), wordsOf(revised, home)]
  const kept = [...before].filter((word) => after.has(word)).length
  return before.size === 0 || kept * 2 < Math.max(before.size, after.size)
}

function wordsOf({ source: { text } }: Document, { span }: Item): Set<string> {
  const words = text
    .slice(span.start, span.end)
    .toLowerCase()
    .matchAll(/\p{L}{2,}/gu)
  return new Set([...words].map(([word]) => word))
}
