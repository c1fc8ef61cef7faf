import { askPage, type PageQuery } from './ask-page.ts'
import type { Ask } from './create-scheduler.ts'
import type { PageAnswer } from './page-answer.ts'

/**
 * Asks for pages; the answers come in the order of the queries.
 *
 * Where no server at all answered, a name that nobody has says nothing: it is this machine that is cut off.
 *
 * @param onAnswer Is told how many there are.
 */
export async function askPages(
  queries: readonly PageQuery[],
  ask: Ask,
  onAnswer: (done: number) => void,
): Promise<ReadonlyMap<string, PageAnswer>> {
  let done = 0
  let isOnline = false
  const listening: Ask = async (request, isOnce) => {
    const result = await ask(request, isOnce)
    isOnline ||= result.kind === 'response'
    return result
  }
  const answers = await Promise.all(
    queries.map(async (query) => {
      const answer = await askPage(query, listening)
      onAnswer(++done)
      return [query.url, answer] as const
    }),
  )
  return new Map(answers.map(([url, answer]) => [url, isOnline ? answer : doubt(answer)]))
}

function doubt(answer: PageAnswer): PageAnswer {
  return answer.status === 'dead'
    ? { status: 'unknown', reason: 'no server answers this machine' }
    : answer
}
