import type { Revision } from '../history/history-source.ts'
import type { RevisionView } from '../reporters/report.ts'

/** Shows a commit in its machine form. */
export function viewRevision({ commit, date, author, subject }: Revision): RevisionView {
  return { commit, date, author, subject }
}
