import type { Entry } from '../changelog/entry.ts'
import { listCommits, readEntries } from '../changelog/read-entries.ts'
import { type Departure, readDepartures } from '../changelog/read-departures.ts'
import { createReferenceLinks } from '../changelog/commits/create-reference-links.ts'
import { readReferences } from '../changelog/commits/read-references.ts'
import type { Release } from '../changelog/commits/release.ts'
import { createArchiveTest } from './create-archive-test.ts'
import { findLedgerDocuments } from './find-ledger-documents.ts'
import { loadOverrides } from './load-overrides.ts'
import type { Ports } from './ports.ts'
import { readEvents } from './read-events.ts'

/** Which entries are asked for. */
export interface LedgerQuery {
  /** The document; else all that the config names, or the one found. */
  readonly file?: string | undefined
  /** The folder whose documents are asked for, where the config names several. */
  readonly folder?: string | undefined
  /** Only what these commits did, such as `v1.0..HEAD`. */
  readonly range?: string | undefined
  /** Calendar date, ISO 8601: only what happened on it or later. */
  readonly since?: string | undefined
  /** Calendar date, ISO 8601: only what happened on it or earlier. */
  readonly until?: string | undefined
  /** Versions that the changelog has a section of: pre-releases among them are releases. */
  readonly told?: readonly string[] | undefined
}

/** The entries of documents, and what was read with them. */
export interface LedgerAnswer {
  /** Newest first, without those of items that have no title, of which nothing can be told. */
  readonly entries: readonly Entry[]
  /** Newest first. */
  readonly releases: readonly Release[]
  readonly documents: readonly string[]
  /** What else to know, a sentence each. */
  readonly notes: readonly string[]
}

/** Reads the histories of documents, and makes entries of them. */
export async function readLedger(query: LedgerQuery, ports: Ports): Promise<LedgerAnswer> {
  const { config } = ports
  const documents = await findLedgerDocuments(query, ports)
  const overrides = await loadOverrides(ports)
  const { changelog = {} } = config
  // Git walks the commits for their tags and merges while it walks them for the documents.
  const source = await ports.openCommits({ form: changelog.tags, preReleases: query.told })
  source.prepare()
  const { departures, notes } = await readAllDepartures(documents, query, ports)
  const [details, releases, remote] = await Promise.all([
    source.details(listCommits(departures)),
    source.releases(),
    source.remote(),
  ])
  const links = createReferenceLinks(remote, changelog)
  const { entries, used } = readEntries({
    departures,
    commits: details,
    overrides,
    types: changelog.types ?? {},
    isDocument: (path) => documents.includes(path) || LOG_NAME.test(path),
    readReferences: (commit) => readReferences(commit, links),
  })
  const unused = overrides.filter((override) => !used.has(override))
  const isWhole =
    query.range === undefined && query.since === undefined && query.until === undefined
  const worded = entries.filter(({ summary }) => summary !== '')
  const wordless = entries.filter(({ summary }) => summary === '')
  return {
    entries: worded,
    releases,
    documents,
    notes: [
      ...notes,
      ...wordless.map(describeWordless),
      ...(isWhole ? unused : []).map(({ item }) => `no entry is meant by the override \`${item}\``),
    ],
  }
}

function describeWordless({ key, file, commit }: Entry): string {
  const left = `an item without a title, which left \`${file}\` with ${commit.slice(0, 10)}`
  return `${left}, is no entry; an override of \`${key}\` can give it a \`summary\``
}

/** "docs/CHANGELOG.md" */
const LOG_NAME = /(?:^|\/)(?:changes|changelog|history|news)(?:\.[a-z]+)?$/iu

async function readAllDepartures(
  documents: readonly string[],
  { range, since, until }: LedgerQuery,
  ports: Ports,
): Promise<{ readonly departures: Departure[]; readonly notes: readonly string[] }> {
  const isArchive = createArchiveTest(ports.config.archive?.to)
  const found: Departure[] = []
  const notes: string[] = []
  for (const file of documents) {
    const reading = await readEvents({ file }, ports)
    found.push(...readDepartures(reading.events, { isArchive }))
    notes.push(...reading.notes)
  }
  const commits =
    range === undefined ? undefined : await (await ports.openHistory()).source.commitsOf(range)
  const departures = found.filter(({ event: { revision } }) => {
    const day = revision.date.slice(0, 10)
    return (
      (commits === undefined || commits.has(revision.commit)) &&
      (since === undefined || day >= since) &&
      (until === undefined || day <= until)
    )
  })
  // Each document's are in order; one behind another, they are put in that of time.
  if (documents.length > 1) departures.sort((a, b) => timeOf(b) - timeOf(a))
  return { departures, notes: [...new Set(notes)] }
}

function timeOf({ event }: Departure): number {
  return new Date(event.revision.date).getTime()
}
