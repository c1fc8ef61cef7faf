import type { Link } from '../document/link.ts'
import { CrossoffError } from '../errors.ts'
import { groupBy } from '../group-by.ts'
import { rememberHistory } from '../history/remember-history.ts'
import type { LinkContext } from '../links/link-context.ts'
import { listLostLinks, type LostLink } from '../links/list-lost-links.ts'
import { lazily } from '../links/memoize.ts'
import type { Recollection } from '../links/recollection.ts'
import type { Ports } from './ports.ts'
import { recallAnchors } from './recall-anchors.ts'
import { recallFile } from './recall-file.ts'

/** Git walks all commits for a file, which takes its time: a check that only tells asks for the first few. */
export const MOST_RECALLED = 10

/** What history knows. */
export interface Recall {
  /** The lost files that it was asked of, sorted by code unit. */
  readonly files: readonly string[]
  /** Who tells it; absent where it knows nothing. */
  readonly recall?: LinkContext['recall']
}

/** Which dead links are looked up in history. */
export interface RecallQuery {
  /** The documents with dead links. */
  readonly files: readonly string[]
  /** Whether the history of every lost file is read, not only of the first few. */
  readonly isThorough: boolean
}

/**
 * Looks up in the repository's history what dead links led to, and follows that to where it is now.
 *
 * Where there is no history, nothing is known.
 */
export async function recallTargets(
  { files: documents, isThorough }: RecallQuery,
  context: LinkContext,
  ports: Ports,
): Promise<Recall> {
  const links = documents.flatMap((file) => listLostLinks(file, context))
  // By name, so that shards of a check agree on which are the first.
  const all = [...groupBy(links, ({ lost }) => lost.file)].sort(([a], [b]) => (a < b ? -1 : 1))
  const groups = isThorough ? all : all.slice(0, MOST_RECALLED)
  const files = groups.map(([file]) => file)
  const told = new Map<Link, Recollection>()
  const openHistory: Ports['openHistory'] = async () => {
    const opened = await ports.openHistory()
    return { ...opened, source: rememberHistory(opened.source, files) }
  }
  const remembering = { ...ports, openHistory: lazily(openHistory) }
  for (const [file, group] of groups) {
    for (const [link, recollection] of await recallGroup(file, group, context, remembering))
      told.set(link, recollection)
  }
  return told.size === 0 ? { files } : { files, recall: (_, link) => told.get(link) }
}

/** Either the file is gone that the links name, or each of them names an anchor that it lacks. */
async function recallGroup(
  file: string,
  links: readonly LostLink[],
  context: LinkContext,
  ports: Ports,
): Promise<ReadonlyMap<Link, Recollection>> {
  try {
    return await (links.some(({ lost }) => lost.anchor === undefined)
      ? recallFile(file, links, context, ports)
      : recallAnchors(file, links, context, ports))
  } catch (error) {
    // Links are checked without git too, and in a repository that never had the file.
    if (error instanceof CrossoffError && error.code === 'git') return new Map()
    throw error
  }
}
