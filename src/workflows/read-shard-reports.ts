import { CrossoffError } from '../errors.ts'
import { groupBy } from '../group-by.ts'
import type { ShardReport } from '../reporters/check-report.ts'
import { parseShardReport } from './parse-shard-report.ts'
import type { Ports } from './ports.ts'

/** The report of a shard, and where it was read. */
interface ShardFile {
  readonly path: string
  readonly shard: ShardReport
}

/**
 * Reads the reports of all shards of one check, in their order.
 *
 * Throws `report-invalid` where one is missing, there twice, of another check, or unreadable.
 *
 * @param folder Any `.json` file in it, or in a folder below it, is taken for a report.
 */
export async function readShardReports(folder: string, ports: Ports): Promise<ShardReport[]> {
  const names = (await ports.listFolder(folder)).filter((name) => name.endsWith('.json'))
  const files = names.map((name): ShardFile => {
    const path = folder === '' ? name : `${folder}/${name}`
    const shard = parseShardReport(new TextDecoder().decode(ports.readFile(path)))
    if (shard !== undefined) return { path, shard }
    throw invalid(
      `\`${path}\` is no report of a shard`,
      'reports are made by `crossoff check --shard I/N --format json:FILE`; keep other JSON files elsewhere',
    )
  })
  const [first] = files
  if (first === undefined) {
    throw invalid(
      `no report is in \`${folder === '' ? '.' : folder}\``,
      'make one in each job, by `crossoff check --shard I/N --format json:FILE`, and bring them together',
    )
  }
  for (const file of files) refuseForeign(file, first)
  return sortShards(files, first.shard.count)
}

function refuseForeign({ path, shard }: ShardFile, first: ShardFile): void {
  const pair = `\`${path}\` and \`${first.path}\``
  if (shard.count !== first.shard.count) {
    const numbers = `${shard.count} and ${first.shard.count}`
    throw invalid(`${pair} are of different divisions: ${numbers} shards`, RENEW)
  }
  if (shard.revision !== first.shard.revision) {
    const revisions = [shard, first.shard].map(({ revision }) => revision?.slice(0, 10) ?? 'none')
    throw invalid(`${pair} are of different revisions: ${revisions.join(' and ')}`, RENEW)
  }
  if (shard.run !== first.shard.run) {
    const help = `the config, the options, the documents and the release of crossoff have to be the same\n${RENEW}`
    throw invalid(`${pair} are of different checks`, help)
  }
}

const RENEW = 'empty the folder before each run, and check all shards anew'

function sortShards(files: readonly ShardFile[], count: number): ShardReport[] {
  const byIndex = groupBy(files, ({ shard }) => shard.index)
  for (const [index, [one, other]] of byIndex) {
    if (one !== undefined && other !== undefined)
      throw invalid(
        `shard ${index} of ${count} is there twice: \`${one.path}\` and \`${other.path}\``,
        RENEW,
      )
  }
  const missing: number[] = []
  const shards: ShardReport[] = []
  for (let index = 1; index <= count; index++) {
    const found = byIndex.get(index)?.[0]
    if (found === undefined) missing.push(index)
    else shards.push(found.shard)
  }
  if (missing.length === 0) return shards
  const names = missing.slice(0, 10).join(', ')
  const rest = missing.length > 10 ? ` and ${missing.length - 10} more` : ''
  throw invalid(
    `of ${count} shards, ${missing.length === 1 ? 'one is' : `${missing.length} are`} missing: ${names}${rest}`,
    'a job that ended early left no report: see what it says',
  )
}

function invalid(message: string, help: string): CrossoffError {
  return new CrossoffError('report-invalid', message, { help })
}
