import { askPage, type PageQuery } from './ask-page.ts'
import type { Ask } from './create-scheduler.ts'
import type { PageAnswer } from './page-answer.ts'

/** What came of asking for pages. */
export interface PageAnswers {
  /** By URL, in the order of the queries. */
  readonly answers: ReadonlyMap<string, PageAnswer>
  /** Whether any server answered. Where none did, this machine may be cut off: see `doubtAnswers`. */
  readonly isReached: boolean
}

/**
 * Asks for pages.
 *
 * @param onAnswer Is told how many there are.
 */
export async function askPages(
  queries: readonly PageQuery[],
  ask: Ask,
  onAnswer: (done: number) => void,
): Promise<PageAnswers> {
  let done = 0
  let isReached = false
  const listening: Ask = async (request, isOnce) => {
    const result = await ask(request, isOnce)
    isReached ||= result.kind === 'response'
    return result
  }
  const answers = await Promise.all(
    queries.map(async (query) => {
      const answer = await askPage(query, listening)
      onAnswer(++done)
      return [query.url, answer] as const
    }),
  )
  return { answers: new Map(answers), isReached }
}
