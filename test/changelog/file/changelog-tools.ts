import type { Entry } from '../../../src/changelog/entry.ts'
import type { EntryText } from '../../../src/changelog/file/entry-text.ts'
import { type ChangelogPlan, planChangelog } from '../../../src/changelog/file/plan-changelog.ts'
import { planRelease, type ReleasePlan } from '../../../src/changelog/file/plan-release.ts'
import { readChangelog } from '../../../src/changelog/file/read-changelog.ts'
import type { Changelog } from '../../../src/changelog/file/changelog.ts'
import type { NewRelease } from '../../../src/changelog/file/release-heading.ts'
import type { Document } from '../../../src/document/document.ts'
import { parseDocument } from '../../../src/document/parse-document.ts'
import { loadEngine } from '../../../src/markdown/load-engine.ts'
import { applyEdits } from '../../../src/text/text-edit.ts'

const engine = await loadEngine('satteri')

export function parse(text: string): Document {
  return parseDocument(text, engine)
}

export function read(text: string): Changelog {
  return readChangelog(parse(text))
}

/** An entry of a bakery, with its wording. */
export function entry(
  text: string,
  { key = '0a1b2c3d4e5f-00000001', type = 'Added', ...rest }: Partial<Entry> = {},
): EntryText {
  return {
    text,
    entry: {
      key,
      change: 'dropped',
      outcome: 'shipped',
      evidence: { rule: 'trailer', text: '' },
      item: key.slice(0, 12),
      kind: 'bullet',
      title: text,
      path: [text],
      file: 'TODO.md',
      summary: text,
      reason: '',
      type,
      commit: '9f8e7d6c5b4a39281706f5e4d3c2b1a0ffeeddcc',
      date: '2024-06-01T08:00:00+00:00',
      author: 'Ana',
      subject: text,
      refs: [],
      ...rest,
    },
  }
}

export interface Planned extends ChangelogPlan {
  readonly result: string
}

export function plan(text: string, texts: readonly EntryText[]): Planned {
  const planned = planChangelog(parse(text), texts, { parse, file: 'CHANGELOG.md' })
  return { ...planned, result: applyEdits(text, planned.edits) }
}

export function release(text: string, made: NewRelease): ReleasePlan & { result: string } {
  const planned = planRelease(parse(text), made, { parse, file: 'CHANGELOG.md' })
  return { ...planned, result: applyEdits(text, planned.edits) }
}
