import { findAccess } from '../remote/access.ts'
import { askPages } from '../remote/ask-pages.ts'
import type { PageQuery } from '../remote/ask-page.ts'
import { type Ask, createScheduler } from '../remote/create-scheduler.ts'
import type { FetchRequest, FetchResult } from '../remote/fetch.ts'
import type { PageAnswer } from '../remote/page-answer.ts'
import type { Ports } from './ports.ts'

/** What may be met. */
export interface WebOptions {
  /** Whether machines of an own network may be asked. */
  readonly isPrivateAllowed: boolean
  /** Is told every request that a page takes, and what came of it. */
  readonly onHop?: (request: FetchRequest, result: FetchResult) => void
}

/** Asks for pages, as the config says that their hosts are to be met. */
export async function askWeb(
  queries: readonly PageQuery[],
  { isPrivateAllowed, onHop }: WebOptions,
  ports: Ports,
): Promise<ReadonlyMap<string, PageAnswer>> {
  if (queries.length === 0) return new Map()
  const { allow = [], hosts = {}, budget = 600 } = ports.config.remote ?? {}
  const web = await ports.openWeb({ isPrivateAllowed, allow, hosts })
  const ask = createScheduler(
    {
      limitsOf: (url) => {
        const { concurrency = 2, interval = 100 } = findAccess(url, hosts) ?? {}
        return { concurrency, interval }
      },
      concurrency: 128,
      retries: 2,
      retryBudget: 20,
      budget: budget * 1000,
    },
    web,
  )
  try {
    const total = queries.length
    const watched: Ask = async (request, isOnce) => {
      const result = await ask(request, isOnce)
      onHop?.(request, result)
      return result
    }
    return await askPages(queries, watched, (done) => {
      ports.progress('asking for links', done, total)
    })
  } finally {
    await web.close()
  }
}
