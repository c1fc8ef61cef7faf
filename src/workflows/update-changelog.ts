import type { Entry } from '../changelog/entry.ts'
import type { Release as TaggedRelease } from '../changelog/commits/release.ts'
import type { EntryText } from '../changelog/file/entry-text.ts'
import { findOpenReleases } from '../changelog/file/find-open-releases.ts'
import { hasConflict } from '../changelog/file/has-conflict.ts'
import { type ChangelogPlan, planChangelog } from '../changelog/file/plan-changelog.ts'
import { planRelease } from '../changelog/file/plan-release.ts'
import { readChangelog } from '../changelog/file/read-changelog.ts'
import { createItemRenderer, renderWording } from '../changelog/render-item.ts'
import type { Document } from '../document/document.ts'
import { parseDocument } from '../document/parse-document.ts'
import type { Parse } from '../editing/edited.ts'
import { CrossoffError } from '../errors.ts'
import type { MarkdownEngine } from '../markdown/markdown-engine.ts'
import { verifyDocument } from '../plans/verify-document.ts'
import type { LedgerChangeReport } from '../reporters/changelog-report.ts'
import { parseSourceText, renderSourceText, type SourceText } from '../text/source-text.ts'
import { applyEdits } from '../text/text-edit.ts'
import { countReports, describeReports } from './describe-reports.ts'
import { loadTemplate } from './load-template.ts'
import type { Ports } from './ports.ts'
import { type LedgerQuery, readLedger } from './read-ledger.ts'
import { renderPatch } from './render-patch.ts'
import { requireNewFile } from './require-new-file.ts'

/** What `changelog --write` is asked. */
export interface ChangelogUpdate extends LedgerQuery {
  /** The changelog, from the repository's root; one that is not there is made. */
  readonly changelog: string
  /** The release that what is not released yet becomes. */
  readonly release?: string | undefined
  /** Module that writes entries, instead of the config's. */
  readonly template?: string | undefined
  /** Shows the change and writes nothing. */
  readonly isDryRun: boolean
}

/** Brings a changelog up to date; no byte but those of new and untouched entries changes. */
export async function updateChangelog(
  options: ChangelogUpdate,
  ports: Ports,
): Promise<LedgerChangeReport> {
  const { changelog: file, release, isDryRun } = options
  const before = readChangelogFile(file, ports)
  if (before === undefined) requireNewFile(file, ports)
  const { plan, document, entries, notes } = await planUpdate(options, ports)
  const engine = await ports.loadEngine()
  const parse = createParse(engine)
  const { source } = document
  let text = applyEdits(source.text, plan.edits)
  if (release !== undefined) {
    const made = { version: release, date: ports.today() }
    const { edits, outcome } = planRelease(parse(text), made, { parse, file })
    if (outcome === 'nothing') throw nothingToRelease(file)
    if (outcome === 'present') throw releasedAlready(file, release)
    text = applyEdits(text, edits)
  }
  const after: SourceText = { ...parse(text).source, hasBom: source.hasBom }
  const isChanged = text !== source.text
  if (isChanged) {
    const reference = await ports.loadEngine('remark')
    verifyDocument(file, before && source, after, { engine, reference })
    const change = { path: file, after: renderSourceText(after), ...(before && { before }) }
    if (!isDryRun) await ports.write([change])
  }
  const patch = await renderPatch(file, before && source.text, text)
  const name = (key: string): string => entries.find((entry) => entry.key === key)?.summary ?? key
  return {
    kind: 'ledger-change',
    outcome: isDryRun ? 'planned' : 'written',
    file: { file, ...patch },
    added: plan.added.map(name),
    updated: plan.updated.map(name),
    removed: plan.removed.map(name),
    kept: plan.kept.map(name),
    notes: [...describeReports(plan, name), ...countReports(plan, ['older'], file), ...notes],
  }
}

/** What brings a changelog up to date. */
export interface PlannedUpdate {
  readonly plan: ChangelogPlan
  /** The changelog as it is. */
  readonly document: Document
  readonly entries: readonly Entry[]
  /** Newest first. */
  readonly releases: readonly TaggedRelease[]
  readonly notes: readonly string[]
}

/** Plans what brings a changelog up to date; nothing is written. */
export async function planUpdate(
  { changelog: file, template: path, ...query }: Omit<ChangelogUpdate, 'isDryRun'>,
  ports: Ports,
): Promise<PlannedUpdate> {
  const bytes = readChangelogFile(file, ports)
  const source = parseSourceText(bytes ?? new Uint8Array(), file)
  if (hasConflict(source.text)) throw inConflict(file)
  const folder = file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : ''
  const engine = await ports.loadEngine()
  const parse = createParse(engine)
  const document = parse(source)
  const changelog = readChangelog(document)
  const told = changelog.releases.flatMap(({ version }) => version ?? [])
  const { entries, omitted, releases, documents, notes } = await readLedger(
    { ...query, folder, told },
    ports,
  )
  if (documents.includes(file)) {
    throw new CrossoffError('usage', `\`${file}\` is a document of items`, {
      help: 'expected a changelog, such as `CHANGELOG.md`',
    })
  }
  const template = await loadTemplate(path ?? ports.config.changelog?.template, ports)
  const items = createItemRenderer(template)
  const open = findOpenReleases(changelog, releases)
  // As a changelog is read: the oldest of what is new comes last.
  const texts = [...entries, ...omitted].map((entry): EntryText => {
    const { release = '', ...unreleased } = entry
    return { entry: open.has(release) ? unreleased : entry, text: renderWording(entry, items) }
  })
  const plan = planChangelog(document, texts, { parse, file })
  return { plan, document, entries, releases, notes }
}

function createParse(engine: MarkdownEngine): (source: SourceText | string) => Document {
  return (source) => parseDocument(source, engine) satisfies ReturnType<Parse>
}

function readChangelogFile(file: string, ports: Ports): Uint8Array | undefined {
  if (ports.tree.kindOf(file) === 'directory')
    throw new CrossoffError('file-io', `\`${file}\` is a folder; expected a changelog`)
  return ports.tree.read(file)
}

function nothingToRelease(file: string): CrossoffError {
  return new CrossoffError('usage', `\`${file}\` has nothing that is not released`, {
    help: 'expected a section such as `## Unreleased`',
  })
}

function releasedAlready(file: string, release: string): CrossoffError {
  return new CrossoffError('usage', `\`${file}\` has the release ${release} already`, {
    help: 'expected a version that is still to come; nothing was written',
  })
}

function inConflict(file: string): CrossoffError {
  return new CrossoffError('operation-refused', `\`${file}\` has conflict marks of a merge`, {
    help: 'resolve the conflict first',
  })
}
