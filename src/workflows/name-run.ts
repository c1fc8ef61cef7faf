import { createHash } from 'node:crypto'
import { CrossoffError } from '../errors.ts'
import type { ShardReport } from '../reporters/check-report.ts'
import { version } from '../version.ts'
import type { Ports } from './ports.ts'
import type { CheckOptions } from './run-check.ts'

/** Names a check by all that its shards must have in common. */
export async function nameRun(
  { paths, base, online }: CheckOptions,
  documents: readonly string[],
  ports: Ports,
): Promise<Pick<ShardReport, 'revision' | 'run'>> {
  const revision = await findCommit('HEAD', ports)
  const since = base === undefined ? undefined : await findCommit(base, ports)
  const isPrivate = online?.isPrivateAllowed
  const common = [version, ports.config, paths, base, since, isPrivate, documents]
  const run = createHash('sha256').update(JSON.stringify(common)).digest('hex').slice(0, 16)
  return { run, ...(revision !== undefined && { revision }) }
}

/** Outside of git, and before the first commit, there is none. */
async function findCommit(name: string, ports: Ports): Promise<string | undefined> {
  try {
    const { source } = await ports.openHistory()
    return await source.resolve(name)
  } catch (error) {
    if (error instanceof CrossoffError && error.code === 'git') return undefined
    throw error
  }
}
