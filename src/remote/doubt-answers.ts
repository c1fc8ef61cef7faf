import type { PageAnswer } from './page-answer.ts'

/**
 * Gives what answers are worth where no server at all answered: a name that nobody has says nothing then,
 * for it is this machine that is cut off.
 */
export function doubtAnswers(
  answers: ReadonlyMap<string, PageAnswer>,
): ReadonlyMap<string, PageAnswer> {
  return new Map([...answers].map(([url, answer]) => [url, doubt(answer)]))
}

function doubt(answer: PageAnswer): PageAnswer {
  return answer.status === 'dead'
    ? { status: 'unknown', reason: 'no server answers this machine' }
    : answer
}
