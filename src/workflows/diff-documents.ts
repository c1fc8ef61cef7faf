import { diffItems } from '../diff/diff-items.ts'
import { parseDocument } from '../document/parse-document.ts'
import { CrossoffError } from '../errors.ts'
import { matchDocuments } from '../matching/match-documents.ts'
import type { Plan } from '../plans/plan.ts'
import { renderPlan } from '../plans/render-plan.ts'
import { planReplay } from '../replay/plan-replay.ts'
import type { DiffReport } from '../reporters/report.ts'
import { parseSourceText, type SourceText } from '../text/source-text.ts'
import { diffWords } from './diff-words.ts'
import { findDocument } from './find-document.ts'
import { mentionOptions } from './mention-options.ts'
import type { Ports } from './ports.ts'
import { readFile } from './read-document.ts'
import { requirePlanFile } from './require-plan-file.ts'

/** One side of a difference. */
export type DiffSide =
  /** A file, by its path from the repository's root; it need not be the repository's. */
  | { readonly kind: 'file'; readonly path: string }
  /** A file as a revision has it; without a path, the document. */
  | { readonly kind: 'revision'; readonly revision: string; readonly path?: string | undefined }

/** What `diff` is asked. */
export interface DiffOptions {
  readonly file?: string | undefined
  /** The document as the last commit has it, where nothing is said. */
  readonly old?: DiffSide | undefined
  /** The document as it stands, where nothing is said. */
  readonly new?: DiffSide | undefined
  /** Whether the plan that replays the difference is made. */
  readonly hasPlan: boolean
  /** File that the plan is written to. */
  readonly planFile?: string | undefined
  /** Whether titles and texts are shown word by word. */
  readonly hasWords: boolean
}

/** Tells what happened to the items between two files, or between two revisions of one. */
export async function diffDocuments(options: DiffOptions, ports: Ports): Promise<DiffReport> {
  const [old, revised] = [
    await readSide(options.old ?? { kind: 'revision', revision: 'HEAD' }, options, ports),
    await readSide(options.new, options, ports),
  ]
  const engine = await ports.loadEngine()
  const parse = (source: SourceText | string): ReturnType<typeof parseDocument> =>
    parseDocument(source, engine, mentionOptions(ports.config))
  const [before, after] = [parse(old.source), parse(revised.source)]
  const matching = matchDocuments(before, after)
  const changes = diffItems(matching)
  const isSame =
    old.source.text === revised.source.text && old.source.hasBom === revised.source.hasBom
  const { planFile } = options
  const replay =
    options.hasPlan || planFile !== undefined
      ? planReplay({ old: before, new: after, matching, parse })
      : undefined
  const plan = replay && { ...replay.plan, file: old.path }
  if (plan !== undefined && planFile !== undefined) await writePlan(plan, planFile, ports)
  return {
    kind: 'diff',
    old: old.name,
    new: revised.name,
    changes,
    isSame,
    ...(options.hasWords && { words: await diffWords(changes) }),
    ...(replay && { plan, coverage: replay.coverage, dependencies: replay.dependencies }),
  }
}

async function writePlan(plan: Plan, path: string, ports: Ports): Promise<void> {
  requirePlanFile({ flag: 'plan', path }, new Map(), ports)
  const after = new TextEncoder().encode(renderPlan(plan, path))
  const before = ports.readReplaced(path)
  await ports.write([before === undefined ? { path, after } : { path, before, after }])
}

interface Side {
  /** What the user calls it. */
  readonly name: string
  /** Path of the document that a plan changes. */
  readonly path: string
  readonly source: SourceText
}

async function readSide(
  side: DiffSide | undefined,
  { file }: DiffOptions,
  ports: Ports,
): Promise<Side> {
  if (side?.kind === 'revision') return readRevision(side, file, ports)
  const path = side?.path ?? (await findDocument(ports, file))
  const bytes = ports.readFile(path) ?? (await readFile(ports, path))
  return { name: path, path, source: parseSourceText(bytes, path) }
}

async function readRevision(
  { revision, path: typed }: Extract<DiffSide, { readonly kind: 'revision' }>,
  file: string | undefined,
  ports: Ports,
): Promise<Side> {
  const path = typed ?? (await findDocument(ports, file))
  const name = `${revision}:${path}`
  const { source } = await ports.openHistory()
  // Git reads one name a line.
  for await (const { bytes } of source.blobs(name.includes('\n') ? [] : [name]))
    if (bytes !== undefined) return { name, path, source: parseSourceText(bytes, name) }
  // Says so where there is no such revision at all.
  await source.resolve(revision)
  throw new CrossoffError('git', `git has no file \`${name}\``, {
    help: `see the files of a revision with \`git ls-tree -r --name-only ${revision}\``,
  })
}
