import type {
  CheckReport,
  ShardFinding,
  ShardPart,
  ShardReport,
} from '../reporters/check-report.ts'
import type { Ledger } from '../remote/ledger.ts'
import type { PageAnswers } from '../remote/ask-pages.ts'
import { updateLedger } from '../remote/update-ledger.ts'
import { toCheckReport } from './check-repository.ts'
import { divideCheck } from './divide-check.ts'
import { findLines } from './find-lines.ts'
import { nameRun } from './name-run.ts'
import type { Ports } from './ports.ts'
import { createProof } from './prove-links.ts'
import { remoteSettings } from './remote-knowledge.ts'
import { type CheckOptions, type CheckRun, type Judgement, runCheck } from './run-check.ts'
import type { Shard } from './shard.ts'

/** Checks what of the repository belongs to a shard. */
export async function checkShard(
  given: CheckOptions,
  shard: Shard,
  ports: Ports,
): Promise<CheckReport> {
  let asked: PageAnswers | undefined
  const online = given.online && {
    ...given.online,
    onAnswers: (answers: PageAnswers): void => {
      asked = answers
    },
  }
  const options = { ...given, online, divide: divideCheck(shard, online !== undefined) }
  const run = await runCheck(options, ports)
  const { judgement, proof } = run
  const report = toCheckReport(judgement.told, proof, options, ports)
  const { baseline } = report
  return {
    ...report,
    // What is mended, all shards together know.
    ...(baseline && { baseline: { ...baseline, mended: 0 } }),
    shard: {
      ...shard,
      ...(await nameRun(given, run.documents, ports)),
      ...(given.base !== undefined && { base: given.base }),
      ...(online && { isReached: asked?.isReached === true }),
      part: toPart(judgement, findNews(proof, proof?.knowledge.ledger), ports),
      ...(asked && !asked.isReached && (await judgeIfReached(run, asked, ports))),
    },
  }
}

/** Where no server answered this shard, another one may show that the web was within reach all the same. */
async function judgeIfReached(
  run: CheckRun,
  { answers }: PageAnswers,
  ports: Ports,
): Promise<Pick<ShardReport, 'ifReached'>> {
  const { proof } = run
  if (proof === undefined) return {}
  const settings = { ...remoteSettings(ports.config), today: ports.today() }
  const ledger = updateLedger(proof.before, answers, settings)
  const prove = createProof({ ...proof.knowledge, answers, ledger }, ports)
  return { ifReached: toPart(await run.judge(prove), findNews(proof, ledger), ports) }
}

/** What a ledger that is kept has, and had not. */
function findNews(proof: CheckRun['proof'], ledger: Ledger = {}): Ledger | undefined {
  if (proof?.knowledge.answers === undefined || !proof.knowledge.isKept) return undefined
  return Object.fromEntries(
    Object.entries(ledger).filter(([url, entry]) => proof.before[url] !== entry),
  )
}

function toPart(
  { plain, told, lost }: Judgement,
  ledger: Ledger | undefined,
  ports: Ports,
): ShardPart {
  const plainly = new Map(
    findLines(plain.diagnostics, ports.tree).map((each) => [nameOf(each.diagnostic), each]),
  )
  const findings = findLines(told.diagnostics, ports.tree).map((finding): ShardFinding => {
    const { diagnostic } = finding
    const before = diagnostic.lost === undefined ? undefined : plainly.get(nameOf(diagnostic))
    const isSame = before === undefined || JSON.stringify(before) === JSON.stringify(finding)
    return isSame ? finding : { ...finding, plain: before }
  })
  const { counts, baseline } = told
  return { findings, counts, lost, ...(baseline && { baseline }), ...(ledger && { ledger }) }
}

/** What history tells may change where a finding begins, and never where it ends. */
function nameOf({ code, file, end }: Judgement['told']['diagnostics'][number]): string {
  return `${code} ${end.offset} ${file}`
}
