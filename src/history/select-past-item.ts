import { CrossoffError } from '../errors.ts'
import { foldText } from '../selectors/fold-text.ts'
import { isBelow } from '../selectors/is-below.ts'
import type { Selector } from '../selectors/selector.ts'
import type { HistoryEvent } from './event.ts'

/** One rung of the ladder: whether a title is meant by a text. */
type Rung = (text: string, title: string) => boolean

const LADDER: readonly Rung[] = [
  (text, title) => title === text,
  (text, title) => foldText(title) === foldText(text),
  (text, title) => foldText(text) !== '' && foldText(title).startsWith(foldText(text)),
]

/**
 * Finds the one item that once had a title, by the ladder that finds those that are there; `nth` counts
 * from the item that something happened to last.
 *
 * Throws `item-missing`, or `item-ambiguous` with the items that it could be.
 *
 * @param events Newest first.
 * @returns The item's identity.
 */
export function selectPastItem(events: readonly HistoryEvent[], selector: Selector): string {
  const narrowed = events.filter((event) => isNarrowed(event, selector))
  for (const rung of LADDER) {
    const found = narrowed.filter((event) =>
      titlesOf(event).some((title) => rung(textFor(event, selector), title)),
    )
    const items = [...new Set(found.map(({ item }) => item))]
    if (items.length === 0) continue
    const [only, second] =
      selector.nth === undefined ? items : items.slice(selector.nth - 1, selector.nth)
    if (only !== undefined && second === undefined) return only
    if (only === undefined) break
    throw new CrossoffError(
      'item-ambiguous',
      `\`${selector.text}\` names ${items.length} items of the history`,
      { help: describe(items, narrowed) },
    )
  }
  throw new CrossoffError('item-missing', `no item is, or ever was, named \`${selector.text}\``, {
    help: 'list the items with `crossoff list`, and those that are gone with `crossoff log`\na range of commits has two dots: `HEAD~3..HEAD`',
  })
}

/** A label may be typed with its colon. */
function textFor({ kind }: HistoryEvent, { text }: Selector): string {
  return kind === 'label' ? text.replace(COLON, '') : text
}

/** ":" */
const COLON = /\s?:$/u

function titlesOf({ title, before }: HistoryEvent): readonly string[] {
  return before?.title === undefined ? [title] : [title, before.title]
}

function isNarrowed({ kind, path }: HistoryEvent, selector: Selector): boolean {
  if (selector.kind !== undefined && selector.kind !== kind) return false
  return selector.in === undefined || isBelow(path.slice(0, -1), selector.in)
}

function describe(items: readonly string[], events: readonly HistoryEvent[]): string {
  const lines = items.flatMap((item) => {
    const last = events.find((event) => event.item === item)
    if (last === undefined) return []
    const date = last.revision.date.slice(0, 10)
    return [`${last.path.join(' › ')} (${last.change} ${date})`]
  })
  return ['narrow it down with `--in` or `--kind`:', ...lines].join('\n')
}
