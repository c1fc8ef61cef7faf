import { applyBaseline, countFindings } from '../links/apply-baseline.ts'
import type { Baseline } from '../links/baseline.ts'
import { BASELINE_FILE } from '../links/baseline-file.ts'
import type { LinkReport } from '../links/check-documents.ts'
import { countSeverities } from '../links/count-severities.ts'
import { parseBaseline } from '../links/parse-baseline.ts'
import { renderBaseline } from '../links/render-baseline.ts'
import type { BaselineReport } from '../reporters/check-report.ts'
import type { Ports } from './ports.ts'

/** A check after a baseline had its say. */
export interface KeptCheck extends LinkReport {
  /** Absent where there is no baseline. */
  readonly baseline?: BaselineReport
}

/** How a baseline is held against findings. */
export interface BaselineOptions {
  /** What was checked; none for the whole repository. */
  readonly paths: readonly string[]
  /** The revision since which findings are told. */
  readonly base?: string | undefined
  /** Whether the findings become the baseline of the repository. */
  readonly writesBaseline?: boolean | undefined
}

/** What a baseline is held against. */
export interface BaselineSources {
  readonly report: LinkReport
  /** The documents that were checked. */
  readonly documents: readonly string[]
  /** The baseline as it stands in the repository; absent where there is none. */
  readonly bytes: Uint8Array | undefined
}

/** Takes the findings that the repository's baseline has out of a check, or writes them into it. */
export async function keepBaseline(
  { report, documents, bytes }: BaselineSources,
  options: BaselineOptions,
  ports: Ports,
): Promise<KeptCheck> {
  const stored = bytes && parseBaseline(new TextDecoder().decode(bytes))
  // What was not checked is as it was; what is not there any more is mended.
  const isSeen = (name: string): boolean =>
    options.paths.length === 0 || documents.some((file) => name.startsWith(`${file} `))
  const [own, others] = split(stored ?? new Map<string, number>(), isSeen)
  const { fresh, known, mended } = applyBaseline(report.diagnostics, own)
  const count = sum(mended)
  if (options.writesBaseline !== true) {
    // Since a revision only what is new was looked for.
    const told = options.base === undefined ? count : 0
    return kept(report, fresh, { outcome: 'read', known, mended: told })
  }
  const baseline = new Map([...others, ...countFindings(report.diagnostics)])
  await write(baseline, bytes, ports)
  return kept(report, [], { outcome: 'written', known: report.diagnostics.length, mended: count })
}

function kept(
  { counts }: LinkReport,
  diagnostics: LinkReport['diagnostics'],
  baseline: BaselineReport,
): KeptCheck {
  return { diagnostics, counts: { ...counts, ...countSeverities(diagnostics) }, baseline }
}

async function write(
  baseline: Baseline,
  before: Uint8Array | undefined,
  ports: Ports,
): Promise<void> {
  const text = renderBaseline(baseline)
  if (before === undefined ? baseline.size === 0 : new TextDecoder().decode(before) === text) return
  const after = new TextEncoder().encode(text)
  await ports.write([{ path: BASELINE_FILE, ...(before && { before }), after }])
}

function split(
  baseline: Baseline,
  isSeen: (name: string) => boolean,
): readonly [Baseline, Baseline] {
  const entries = [...baseline]
  return [
    new Map(entries.filter(([name]) => isSeen(name))),
    new Map(entries.filter(([name]) => !isSeen(name))),
  ]
}

function sum(baseline: Baseline): number {
  return [...baseline.values()].reduce((total, count) => total + count, 0)
}
