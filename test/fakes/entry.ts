import type { Entry } from '../../src/changelog/entry.ts'

/** Makes an entry of a changelog; what is not told does not matter. */
export function createEntry(told: Partial<Entry> = {}): Entry {
  return {
    key: '0123456789ab-c0ffee00',
    change: 'dropped',
    outcome: 'shipped',
    evidence: { rule: 'override', text: '' },
    item: '0123456789ab',
    kind: 'bullet',
    title: 'sow beans in rows',
    path: ['Garden', 'sow beans in rows'],
    file: 'TODO.md',
    summary: 'Beans can be sown in `rows`.',
    reason: '',
    type: 'Added',
    commit: 'c0ffee',
    date: '2024-02-29T12:30:15+01:00',
    author: 'Ada',
    subject: 'feat: sow beans in rows',
    refs: [],
    ...told,
  }
}
