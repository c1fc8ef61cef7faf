import { findAccess } from '../remote/access.ts'
import { askPages } from '../remote/ask-pages.ts'
import type { PageQuery } from '../remote/ask-page.ts'
import { createScheduler } from '../remote/create-scheduler.ts'
import type { PageAnswer } from '../remote/page-answer.ts'
import type { Ports } from './ports.ts'

/** What may be met. */
export interface WebOptions {
  /** Whether machines of an own network may be asked. */
  readonly isPrivateAllowed: boolean
}

/** Asks for pages, as the config says that their hosts are to be met. */
export async function askWeb(
  queries: readonly PageQuery[],
  { isPrivateAllowed }: WebOptions,
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
    return await askPages(queries, ask, (done) => {
      ports.progress('asking for links', done, total)
    })
  } finally {
    await web.close()
  }
}
