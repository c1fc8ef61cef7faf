import type { Entry } from '../changelog/entry.ts'
import type { Override } from '../changelog/override.ts'
import { type Ledger, listCommits, readEntries } from '../changelog/read-entries.ts'
import { type Departure, readDepartures } from '../changelog/read-departures.ts'
import type { CommitSource } from '../changelog/commits/commit-source.ts'
import { createReferenceLinks } from '../changelog/commits/create-reference-links.ts'
import { readReferences } from '../changelog/commits/read-references.ts'
import type { Release } from '../changelog/commits/release.ts'
import { createHomeFinder, type HomeEvents } from '../changelog/create-home-finder.ts'
import { groupBy } from '../group-by.ts'
import { createArchiveTest } from './create-archive-test.ts'
import { findLedgerDocuments } from './find-ledger-documents.ts'
import { groupByTags } from './group-by-tags.ts'
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
  /** Those that overrides leave out. */
  readonly omitted: readonly Entry[]
  /** Newest first. */
  readonly releases: readonly Release[]
  readonly documents: readonly string[]
  /** What else to know, a sentence each. */
  readonly notes: readonly string[]
}

/** Reads the histories of documents, and makes entries of them. */
export async function readLedger(query: LedgerQuery, ports: Ports): Promise<LedgerAnswer> {
  const documents = await findLedgerDocuments(query, ports)
  const overrides = await loadOverrides(ports)
  const groups = await Promise.all(
    (await groupByTags(documents, ports.config.changelog?.tags)).map(async ({ form, files }) => {
      const source = await ports.openCommits({ form, preReleases: query.told })
      // Git walks the commits for their tags and merges while it walks them for the documents.
      source.prepare()
      return { files, source }
    }),
  )
  const { departures, notes } = await readAllDepartures(documents, query, ports)
  const used = new Set<Override>()
  const ledgers = await Promise.all(
    groups.map(async ({ files, source }) => {
      const own = departures.filter(({ file }) => files.includes(file))
      const reading = { departures: own, documents, overrides }
      const ledger = await readGroup(reading, source, ports)
      for (const override of ledger.used) used.add(override)
      return ledger
    }),
  )
  const unused = overrides.filter((override) => !used.has(override))
  const isWhole =
    query.range === undefined && query.since === undefined && query.until === undefined
  const entries = newestFirst(
    ledgers.map((ledger) => ledger.entries),
    ({ date }) => date,
  )
  const worded = entries.filter(({ summary }) => summary !== '')
  const wordless = entries.filter(({ summary }) => summary === '')
  return {
    entries: worded,
    omitted: ledgers.flatMap(({ omitted }) => omitted),
    releases: newestFirst(
      ledgers.map(({ releases }) => releases),
      ({ date }) => date,
    ),
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

interface GroupReading {
  readonly departures: readonly DocumentDeparture[]
  readonly documents: readonly string[]
  readonly overrides: readonly Override[]
}

/** Makes entries of what left documents whose releases the same tags name. */
async function readGroup(
  { departures, documents, overrides }: GroupReading,
  source: CommitSource,
  { config: { changelog = {} } }: Ports,
): Promise<Ledger & Pick<LedgerAnswer, 'releases'>> {
  const [commits, releases, remote] = await Promise.all([
    source.details(listCommits(departures)),
    source.releases(),
    source.remote(),
  ])
  const links = createReferenceLinks(remote, changelog)
  const ledger = readEntries({
    departures,
    commits,
    overrides,
    types: changelog.types ?? {},
    isDocument: (path) => documents.includes(path) || LOG_NAME.test(path),
    readReferences: (commit) => readReferences(commit, links),
  })
  return { ...ledger, releases }
}

/** Each list is in order; one behind another, they are put in that of time. */
function newestFirst<Value>(
  lists: readonly (readonly Value[])[],
  dateOf: (value: Value) => string,
): Value[] {
  const all = lists.flat()
  if (lists.length < 2) return all
  return all.sort((a, b) => new Date(dateOf(b)).getTime() - new Date(dateOf(a)).getTime())
}

/** "docs/CHANGELOG.md" */
const LOG_NAME = /(?:^|\/)(?:changes|changelog|history|news)(?:\.[a-z]+)?$/iu

/** A departure, with the document that it is of, as it is called now. */
interface DocumentDeparture extends Departure {
  readonly file: string
}

async function readAllDepartures(
  documents: readonly string[],
  { range, since, until }: LedgerQuery,
  ports: Ports,
): Promise<{ readonly departures: DocumentDeparture[]; readonly notes: readonly string[] }> {
  const isArchive = createArchiveTest(ports.config.archive?.to)
  const readings: (HomeEvents & Pick<LedgerAnswer, 'notes'>)[] = []
  for (const file of documents) readings.push({ file, ...(await readEvents({ file }, ports)) })
  const open = readings.filter(({ file }) => file !== ports.config.archive?.file)
  const findHome = createHomeFinder(open, isArchive)
  const found = readings.flatMap(({ file, events }) =>
    readDepartures(events, { isArchive }).map((departure): DocumentDeparture => {
      const home = findHome(file, departure.event)
      return { ...departure, file, ...(home !== undefined && { home }) }
    }),
  )
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
  const lists = [...groupBy(departures, ({ file }) => file).values()]
  return {
    departures: newestFirst(lists, ({ event }) => event.revision.date),
    notes: [...new Set(readings.flatMap(({ notes }) => notes))],
  }
}
