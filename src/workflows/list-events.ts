import { CrossoffError } from '../errors.ts'
import type { HistoryEvent } from '../history/event.ts'
import { selectPastItem } from '../history/select-past-item.ts'
import type { EventsReport, EventView } from '../reporters/report.ts'
import { selectItem, selectMatches } from '../selectors/select-item.ts'
import type { Selector } from '../selectors/selector.ts'
import { findDocument } from './find-document.ts'
import type { Ports } from './ports.ts'
import { readDocument } from './read-document.ts'
import { readEvents } from './read-events.ts'
import { traceItems } from './trace-items.ts'
import { viewRevision } from './view-revision.ts'

/** What `log` is asked. */
export interface EventsOptions {
  readonly file?: string | undefined
  /** Only the life of this item; it may be gone. */
  readonly selector?: Selector | undefined
  /** Only what the commits of this range did, such as `v1.0..HEAD`. */
  readonly range?: string | undefined
  readonly firstParent: boolean
  /** Leaves out moves that follow from other changes. */
  readonly isBrief: boolean
}

/** Lists what happened to the items of a document, newest first. */
export async function listEvents(options: EventsOptions, ports: Ports): Promise<EventsReport> {
  const file = await findDocument(ports, options.file)
  const query = { file, firstParent: options.firstParent }
  const { selector, range } = options
  const { events, notes, item } =
    selector === undefined
      ? { ...(await readEvents(query, ports)), item: undefined }
      : await findLife(selector, query, ports)
  const commits = range === undefined ? undefined : await commitsOf(range, ports)
  const shown = events.filter(
    (event) =>
      // An item's own life tells what came and went with the items around it, too.
      (item === undefined ? event.isPart !== true : event.item === item) &&
      (commits === undefined || commits.has(event.revision.commit)) &&
      (event.implied !== true || !options.isBrief),
  )
  return { kind: 'events', file, events: shown.map(view), notes }
}

interface Life {
  readonly events: readonly HistoryEvent[]
  readonly notes: readonly string[]
  readonly item: string | undefined
}

/** The item that is there, or else one that once was. */
async function findLife(
  selector: Selector,
  query: { readonly file: string; readonly firstParent: boolean },
  ports: Ports,
): Promise<Life> {
  if (ports.tree.kindOf(query.file) === undefined) {
    const { events, notes } = await readEvents(query, ports)
    return { events, notes, item: selectPastItem(events, selector) }
  }
  const document = await readDocument(ports, query.file)
  const { items, events, notes } = await traceItems(document, query, ports)
  const { text, in: ancestors, kind } = selector
  const bare = { text, ...(ancestors && { in: ancestors }), ...(kind && { kind }) }
  // What is there comes first, and one of several is for the user to say.
  const isThere = text === '' || selectMatches(document, bare).length > 0
  if (!isThere) return { events, notes, item: selectPastItem(events, selector) }
  const item = selectItem(document, selector)
  const id = items.get(item)?.id
  if (id !== undefined) return { events, notes, item: id }
  throw new CrossoffError('item-missing', `no commit has \`${item.title}\` yet`, {
    help: 'commit the document first',
  })
}

async function commitsOf(range: string, ports: Ports): Promise<ReadonlySet<string>> {
  const { source } = await ports.openHistory()
  return source.commitsOf(range)
}

function view({ revision, isPart: _isPart, ...event }: HistoryEvent): EventView {
  return { ...event, ...viewRevision(revision) }
}
