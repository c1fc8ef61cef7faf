import type { HistoryEvent } from '../../history/event.ts'
import { readStems } from './read-stems.ts'
import { readVerdict } from './read-verdict.ts'
import { splitClauses, splitSpan } from './split-clauses.ts'
import type { OutcomeCase } from './outcome-rule.ts'
import type { ClauseVerdict } from './verdict-phrases.ts'

/** What a message says, by whom it is about; the words of the item's own title are taken out. */
export interface Clauses {
  /** About this very item. */
  readonly own: readonly Clause[]
  /** Of the subject, about no other item that left with this one. */
  readonly subject: readonly Clause[]
  /** Of the body, about no other item that left with this one. */
  readonly body: readonly Clause[]
}

/** A clause of a message. */
export interface Clause {
  /** As it is written. */
  readonly text: string
  /**
   * What it says without the words of the item's title, as "reject bad input: done" says nothing of rejecting;
   * in a list, then with what follows and with all of the clause: "drop the bell and oven ideas".
   */
  readonly bare: readonly string[]
}

/**
 * Finds which clauses of a message are about an item.
 *
 * Where items left together, one word that only this one has will do, and lists are taken apart; an item
 * that left alone is meant by more than half of its words.
 */
export function findClauses({ departure, message }: OutcomeCase): Clauses {
  const others = listOthers(departure.event, departure.beside)
  const title = readStems(departure.event.title)
  const foreign = new Set(others.flatMap(({ title: other }) => [...readStems(other)]))
  const isOwn = (text: string): boolean => {
    const shared = [...readStems(text)].filter((stem) => title.has(stem))
    return others.length === 0
      ? shared.length > title.size / 2
      : shared.some((stem) => !foreign.has(stem))
  }
  const isForeign = (text: string): boolean =>
    [...readStems(text)].some((stem) => foreign.has(stem) && !title.has(stem))
  const [subject, body] = [splitClauses(message.description), splitClauses(message.body)]
  const own = [...subject, ...body].flatMap((clause) => {
    const spans = others.length === 0 ? [clause] : splitSpan(clause)
    const bare = spans.map((span) => blank(span, title))
    const isTold = bare.some((span) => readVerdict(span) !== undefined)
    return spans.flatMap((text, at) => {
      const around = [bare.slice(at).join(' '), ...(isTold ? [] : [bare.join(' ')])]
      return isOwn(text) ? [{ text, bare: [bare[at] ?? '', ...around] }] : []
    })
  })
  const rest = (clauses: readonly string[]): Clause[] =>
    clauses
      .filter((text) => !isOwn(text) && !isForeign(text))
      .map((text) => ({ text, bare: [blank(text, title)] }))
  return { own, subject: rest(subject), body: rest(body) }
}

/** Reads what a clause says became of its item. */
export function judgeClause({ bare }: Clause): ClauseVerdict | undefined {
  return bare.map(readVerdict).find((verdict) => verdict !== undefined)
}

/** The other items that the same commit took out. */
function listOthers(event: HistoryEvent, beside: readonly HistoryEvent[]): HistoryEvent[] {
  return beside.filter(
    (other) => other.item !== event.item && other.change === event.change && other.isPart !== true,
  )
}

function blank(clause: string, title: ReadonlySet<string>): string {
  return clause.replaceAll(WORD, (word) => {
    const [stem] = readStems(word)
    return stem !== undefined && title.has(stem) ? 'item' : word
  })
}

/** "builtins" */
const WORD = /[\p{L}\p{N}]{3,}/gu
