import type { Release } from '../changelog/commits/release.ts'
import { compareReleased } from '../changelog/file/compare-released.ts'
import { readChangelog } from '../changelog/file/read-changelog.ts'
import type { Document } from '../document/document.ts'
import { parseDocument } from '../document/parse-document.ts'
import type { LedgerCheckReport } from '../reporters/changelog-report.ts'
import { parseSourceText } from '../text/source-text.ts'
import { countReports, describeReports } from './describe-reports.ts'
import type { Ports } from './ports.ts'
import { type ChangelogUpdate, planUpdate } from './update-changelog.ts'

/** Tells what a changelog lacks, and what somebody changed in what was released. */
export async function checkChangelog(
  query: Omit<ChangelogUpdate, 'isDryRun'>,
  ports: Ports,
): Promise<LedgerCheckReport> {
  const { plan, document, entries, releases, notes } = await planUpdate(query, ports)
  const name = (key: string): string => entries.find((entry) => entry.key === key)?.summary ?? key
  const { released, unread } =
    releases[0] === undefined
      ? { released: [], unread: [] }
      : await findReleasedChanges(query.changelog, document, releases[0], ports)
  return {
    kind: 'ledger-check',
    file: query.changelog,
    isThere: ports.tree.kindOf(query.changelog) !== undefined,
    missing: plan.added.map(name),
    outdated: [...plan.updated, ...plan.removed].map(name),
    released: [...describeReports(plan, name), ...released],
    notes: [...countReports(plan, ['older', 'unmarked'], query.changelog), ...notes, ...unread],
  }
}

interface ReleasedFindings {
  readonly released: readonly string[]
  readonly unread: readonly string[]
}

/** Compares what is below releases with what the tag of the newest has. */
async function findReleasedChanges(
  file: string,
  document: Document,
  newest: Release,
  ports: Ports,
): Promise<ReleasedFindings> {
  const { source } = await ports.openHistory()
  const name = `${newest.commit}:${file}`
  for await (const { bytes } of source.blobs(file.includes('\n') ? [] : [name])) {
    if (bytes === undefined) break
    const engine = await ports.loadEngine()
    const before = readChangelog(
      parseDocument(parseSourceText(bytes, `${newest.tag}:${file}`), engine),
    )
    const changes = compareReleased(before, readChangelog(document))
    return {
      released: changes.map(
        ({ change, release, text }) => `${release}: “${text}” was ${change} since ${newest.tag}`,
      ),
      unread: [],
    }
  }
  return { released: [], unread: [`${newest.tag} has no \`${file}\` to compare releases with`] }
}
