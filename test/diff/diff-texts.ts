import { diffForests } from '../../src/diff/diff-forests.ts'
import type { NumberedChange } from '../../src/diff/change.ts'
import { parseDocument } from '../../src/document/parse-document.ts'
import type { MarkdownEngine } from '../../src/markdown/markdown-engine.ts'
import { type Forest, readForest } from '../../src/matching/forest.ts'
import { matchForests } from '../../src/matching/match-forests.ts'
import type { Matching } from '../../src/matching/pairing.ts'
import { readEntries } from '../../src/matching/read-entries.ts'

/** Two revisions of a document as a diff sees them, with what it says. */
export interface Diff {
  readonly matching: Matching
  readonly changes: readonly NumberedChange[]
}

/** Compares two texts, as users do: parsed, matched, told. */
export function diffTexts(old: string, revised: string, engine: MarkdownEngine): Diff {
  const matching = matchForests(forestOf(old, engine), forestOf(revised, engine))
  return { matching, changes: diffForests(matching) }
}

/** Reads a text as numbered entries. */
export function forestOf(text: string, engine: MarkdownEngine): Forest {
  return readForest(readEntries(parseDocument(text, engine)))
}
