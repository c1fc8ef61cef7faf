import type { ItemHistoryView } from '../reporters/report.ts'
import type { TracedItem } from './trace-items.ts'
import { viewRevision } from './view-revision.ts'

/** Shows an item's history in its machine form. */
export function viewLife({ id, added, changed, isUncommitted }: TracedItem): ItemHistoryView {
  return {
    ...(id !== undefined && { item: id }),
    ...(added && { added: viewRevision(added) }),
    ...(changed && { changed: viewRevision(changed) }),
    uncommitted: isUncommitted,
  }
}
