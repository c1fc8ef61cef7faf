import type { Revision } from '../../src/history/history-source.ts'

/** Makes a revision; what is not told does not matter. */
export function createRevision(told: Partial<Revision> = {}): Revision {
  return {
    commit: 'c0ffee',
    date: '2024-02-29T12:00:00+00:00',
    author: 'Ada',
    email: 'ada@example.org',
    subject: 'docs: sow',
    path: 'TODO.md',
    before: [],
    after: undefined,
    ...told,
  }
}
