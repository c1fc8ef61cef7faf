import { formats, type FormatName } from '../changelog/formats/index.ts'
import { groupByRelease } from '../changelog/group-by-release.ts'
import { createItemRenderer } from '../changelog/render-item.ts'
import { stringifyMarkdown } from '../markdown/stringify-markdown.ts'
import type { ChangelogReport } from '../reporters/changelog-report.ts'
import { loadTemplate } from './load-template.ts'
import type { Ports } from './ports.ts'
import { type LedgerQuery, readLedger } from './read-ledger.ts'

/** What `changelog` is asked. */
export interface ChangelogOptions extends LedgerQuery {
  readonly format: FormatName
  /** What the release is called that is made now. */
  readonly release?: string | undefined
  /** Module that writes entries, instead of the config's. */
  readonly template?: string | undefined
}

/** Prints what happened to the items of documents as a changelog. */
export async function listChangelog(
  options: ChangelogOptions,
  ports: Ports,
): Promise<ChangelogReport> {
  const { entries, releases, notes } = await readLedger(options, ports)
  const template = await loadTemplate(options.template ?? ports.config.changelog?.template, ports)
  const now = { title: options.release ?? 'Unreleased', ...dateOf(options, ports) }
  const groups = groupByRelease(entries, releases, now)
  const tree = formats[options.format].render(groups, createItemRenderer(template))
  return { kind: 'changelog', text: stringifyMarkdown(tree), entries, notes }
}

function dateOf({ release }: ChangelogOptions, ports: Ports): { readonly date?: string } {
  return release === undefined ? {} : { date: ports.today() }
}
