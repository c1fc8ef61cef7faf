import { diffItems } from '../diff/diff-items.ts'
import { parseDocument } from '../document/parse-document.ts'
import { matchDocuments } from '../matching/match-documents.ts'
import type { Plan } from '../plans/plan.ts'
import { renderPlan } from '../plans/render-plan.ts'
import { planReplay } from '../replay/plan-replay.ts'
import type { DiffReport } from '../reporters/report.ts'
import type { SourceText } from '../text/source-text.ts'
import { diffWords } from './diff-words.ts'
import { mentionOptions } from './mention-options.ts'
import type { Ports } from './ports.ts'
import { type DiffSide, readSide } from './read-side.ts'
import { requirePlanFile } from './require-plan-file.ts'

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
    await readSide(options.old ?? { kind: 'revision', revision: 'HEAD' }, options.file, ports),
    await readSide(options.new, options.file, ports),
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
