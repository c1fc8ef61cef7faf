import { distance } from 'fastest-levenshtein'
import type { Document } from '../document/document.ts'
import { walkItems } from '../document/walk-items.ts'
import { foldText } from './fold-text.ts'

/** As many titles are suggested as are read at a glance. */
const MOST = 3

/** Suggests the titles that are nearest to a text: those that hold it, then those spelt much alike. */
export function suggestTitles(document: Document, text: string): string {
  const wanted = foldText(text)
  const near = walkItems(document.items)
    .map(({ item }) => ({ title: item.title, cost: costOf(wanted, foldText(item.title)) }))
    .filter(({ cost }) => cost <= Math.max(2, wanted.length * 0.4))
    .sort((a, b) => a.cost - b.cost)
    // Beside the nearest titles, those that are less alike are noise.
    .filter(({ cost }, _, [nearest]) => cost === nearest?.cost)
  const titles = wanted === '' ? [] : [...new Set(near.map(({ title }) => title))].slice(0, MOST)
  return titles.length === 0
    ? 'list the items with `crossoff list`'
    : `did you mean ${titles.map((title) => `\`${title}\``).join(' or ')}?`
}

function costOf(wanted: string, title: string): number {
  if (wanted !== '' && title.includes(wanted)) return 0
  // A long title is compared by its beginning: that is what people type of it.
  return distance(wanted, title.slice(0, wanted.length + 4))
}
