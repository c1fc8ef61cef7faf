import { findLimits } from '../remote/access.ts'
import { askPages, type PageAnswers } from '../remote/ask-pages.ts'
import type { PageQuery } from '../remote/ask-page.ts'
import { createPace } from '../remote/create-pace.ts'
import { type Ask, createScheduler } from '../remote/create-scheduler.ts'
import { doubtAnswers } from '../remote/doubt-answers.ts'
import type { FetchRequest, FetchResult } from '../remote/fetch.ts'
import type { PageAnswer } from '../remote/page-answer.ts'
import type { Ports } from './ports.ts'

/** What may be met. */
export interface WebOptions {
  /** Whether machines of an own network may be asked. */
  readonly isPrivateAllowed: boolean
  /** What was answered earlier in this run, and comes to be: nobody is asked twice. */
  readonly answered?: Map<string, PageAnswer>
  /** Ends all that is under way: what has no answer by then is unknown. */
  readonly interrupt?: AbortSignal
  /** Is told every request that a page takes, and what came of it. */
  readonly onHop?: (request: FetchRequest, result: FetchResult) => void
  /** Is told what came of asking, before it is doubted. */
  readonly onAnswers?: (asked: PageAnswers) => void
}

/** Asks for pages, as the config says that their hosts are to be met. */
export async function askWeb(
  queries: readonly PageQuery[],
  options: WebOptions,
  ports: Ports,
): Promise<ReadonlyMap<string, PageAnswer>> {
  const { answered = new Map<string, PageAnswer>() } = options
  const open = queries.filter((query) => !isAnswered(query, answered.get(query.url)))
  for (const [url, answer] of await ask(open, options, ports)) answered.set(url, answer)
  return new Map(
    queries.flatMap(({ url }) => {
      const answer = answered.get(url)
      return answer === undefined ? [] : [[url, answer] as const]
    }),
  )
}

function isAnswered({ fragments }: PageQuery, answer: PageAnswer | undefined): boolean {
  if (answer?.status !== 'alive' && answer?.status !== 'moved') return answer !== undefined
  return answer.isSame === true || fragments.every((each) => Object.hasOwn(answer.fragments, each))
}

async function ask(
  queries: readonly PageQuery[],
  { isPrivateAllowed, interrupt, onHop, onAnswers }: WebOptions,
  ports: Ports,
): Promise<ReadonlyMap<string, PageAnswer>> {
  if (queries.length === 0) return new Map()
  const { allow = [], skip = [], hosts = {}, budget: seconds = 600 } = ports.config.remote ?? {}
  const budget = seconds * 1000
  const web = await ports.openWeb({ isPrivateAllowed, allow, hosts, budget, interrupt })
  const schedule = createScheduler(
    {
      limitsOf: (url) => findLimits(url, hosts),
      findInterval: createPace(
        queries.map(({ url }) => url),
        hosts,
      ),
      concurrency: 128,
      retries: 2,
      retryBudget: 20,
      budget,
    },
    web,
  )
  try {
    const total = queries.length
    const watched: Ask = async (request, isOnce) => {
      // A redirect may lead where nobody is to ask.
      const isSkipped = skip.some((beginning) => request.url.startsWith(beginning))
      const result = isSkipped ? SKIPPED : await schedule(request, isOnce)
      onHop?.(request, result)
      return result
    }
    const asked = await askPages(queries, watched, (done) => {
      ports.progress('asking for links', done, total)
    })
    onAnswers?.(asked)
    return asked.isReached ? asked.answers : doubtAnswers(asked.answers)
  } finally {
    await web.close()
  }
}

const SKIPPED: FetchResult = { kind: 'failure', cause: 'refused', reason: 'the config skips it' }
