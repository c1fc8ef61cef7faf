import { CrossoffError } from '../errors.ts'
import { checkContext, type LinkReport } from '../links/check-documents.ts'
import type { LinkBase } from '../links/compare-page.ts'
import { createLinkContext } from '../links/create-link-context.ts'
import { BASELINE_FILE } from '../links/baseline-file.ts'
import { LEDGER_FILE } from '../links/ledger-file.ts'
import type { LinkContext } from '../links/link-context.ts'
import type { LinkOptions } from '../links/link-options.ts'
import type { RuleCode } from '../links/rules.ts'
import type { Share } from '../links/share.ts'
import type { FileTree } from '../ports.ts'
import type { WebOptions } from './ask-web.ts'
import type { KeptCheck } from './keep-baseline.ts'
import { linkOptions } from './link-options.ts'
import { listDocuments } from './list-documents.ts'
import type { Ports } from './ports.ts'
import type { LinkProof } from './prove-links.ts'
import type { Recall } from './recall-targets.ts'

/** What is checked, and how. */
export interface CheckOptions {
  /** Documents, folders and globs, from the repository's root; none for the whole repository. */
  readonly paths: readonly string[]
  /** Tells whether a path is in the work tree, where it is the index that is checked. */
  readonly isUnstaged?: (path: string) => boolean
  /** Only what is new since this revision is reported. */
  readonly base?: string | undefined
  /** Whether the findings become the baseline of the repository. */
  readonly writesBaseline?: boolean | undefined
  /** How links to the web are asked for; absent where nothing may be sent. */
  readonly online?: WebOptions | undefined
  /** Whether history is asked of every dead link, not only of the first few. */
  readonly isThorough?: boolean
  /** What of it is checked here; all is where nothing is said. */
  readonly divide?: (context: LinkContext) => Share
}

/** A check, before anything of it is shown. */
export interface CheckRun {
  /** The documents that were to be checked, by this run or others. */
  readonly documents: readonly string[]
  readonly judgement: Judgement
  /** Absent where nothing is known of the web. */
  readonly proof?: LinkProof
  /** Judges again, by something else that is known of the web. */
  judge(prove: LinkProof['prove']): Promise<Judgement>
}

/** What was found. */
export interface Judgement {
  /** As the repository alone tells it. */
  readonly plain: KeptCheck
  /** With what history tells of dead links. */
  readonly told: KeptCheck
  /** The lost files that history was asked of, sorted by code unit. */
  readonly lost: readonly string[]
}

/** Checks documents of the repository. */
export async function runCheck(options: CheckOptions, ports: Ports): Promise<CheckRun> {
  const { tree } = ports
  const documents = await listDocuments(options.paths, ports)
  const engine = await ports.loadEngine()
  const total = documents.length
  const files = watchReads(tree, documents, (done) => {
    ports.progress('checking', done, total)
  })
  const context = createLinkContext({
    files,
    documents,
    engine,
    options: {
      ...(await linkOptions(ports)),
      ...(await findTracked(ports)),
      ...(options.isUnstaged && { isUnstaged: options.isUnstaged }),
    },
  })
  const share = options.divide?.(context)
  const proof = await findProof(context, { ...options, share }, ports)
  const judge = async (prove?: LinkProof['prove']): Promise<Judgement> => {
    const proven =
      prove === undefined ? context : { ...context, options: { ...context.options, remote: prove } }
    const base = await findBase(options, proven, ports)
    const find = (judged: LinkContext): Promise<KeptCheck> =>
      findNew(checkContext(judged, { base, share }), documents, options, ports)
    const plain = await find(proven)
    const past = await findPast(plain, proven, options, ports)
    const { recall, files: lost = [] } = past ?? {}
    const told = recall === undefined ? plain : await find({ ...proven, recall })
    return { plain, told, lost }
  }
  const judgement = await judge(proof?.prove)
  ports.progress('checking', total, total)
  return { documents, judgement, judge, ...(proof && { proof }) }
}

/** What was before; a check that compares nothing must not wait for what matches items to load. */
async function findBase(
  { base }: CheckOptions,
  context: LinkContext,
  ports: Ports,
): Promise<LinkBase | undefined> {
  if (base === undefined) return undefined
  const { readBase } = await import('./read-base.ts')
  return readBase(base, context, ports)
}

/** Git is asked only where a link is reported as dead: it takes longer than the check itself. */
async function findPast(
  { diagnostics }: KeptCheck,
  context: LinkContext,
  { isThorough = false }: CheckOptions,
  ports: Ports,
): Promise<Recall | undefined> {
  const dead = diagnostics.filter(({ code }) => HISTORICAL.has(code))
  if (dead.length === 0) return undefined
  const { recallTargets } = await import('./recall-targets.ts')
  const files = [...new Set(dead.map(({ file }) => file))]
  return recallTargets({ files, isThorough }, context, ports)
}

/** Findings of which history may know more. */
const HISTORICAL: ReadonlySet<string> = new Set<RuleCode>([
  'link/missing-anchor',
  'link/missing-file',
])

/** Where there is no history, nothing is known to be gone. */
async function findTracked(ports: Ports): Promise<Pick<LinkOptions, 'wasTracked'>> {
  if ((ports.config.rules?.['mention/missing-path'] ?? 'off') === 'off') return {}
  try {
    const { readTracked } = await import('./read-tracked.ts')
    return { wasTracked: await readTracked(ports) }
  } catch (error) {
    if (error instanceof CrossoffError && error.code === 'git') return {}
    throw error
  }
}

/** What proves links to the web; a repository without a ledger must not wait for it to load. */
async function findProof(
  context: LinkContext,
  { online, share }: Pick<CheckOptions, 'online'> & { readonly share: Share | undefined },
  ports: Ports,
): Promise<LinkProof | undefined> {
  if (online === undefined && ports.tree.kindOf(LEDGER_FILE) === undefined) return undefined
  const { proveLinks } = await import('./prove-links.ts')
  return proveLinks(context, { online, share }, ports)
}

/** What the repository does not live with already; one without a baseline must not wait for it to load. */
async function findNew(
  report: LinkReport,
  documents: readonly string[],
  options: CheckOptions,
  ports: Ports,
): Promise<KeptCheck> {
  const bytes = ports.readReplaced(BASELINE_FILE)
  if (bytes === undefined && options.writesBaseline !== true) return report
  const { keepBaseline } = await import('./keep-baseline.ts')
  return keepBaseline({ report, documents, bytes }, options, ports)
}

/** A document is read once, when its turn comes or when another links to it: that shows how far we are. */
function watchReads(
  tree: FileTree,
  documents: readonly string[],
  onRead: (done: number) => void,
): FileTree {
  const left = new Set(documents)
  return {
    kindOf: (path) => tree.kindOf(path),
    list: (directory) => tree.list(directory),
    files: () => tree.files(),
    leadsOutside: (path) => tree.leadsOutside?.(path) === true,
    read: (path) => {
      if (left.delete(path)) onRead(documents.length - left.size)
      return tree.read(path)
    },
  }
}
