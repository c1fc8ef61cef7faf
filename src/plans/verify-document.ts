import type { Document } from '../document/document.ts'
import { parseDocument } from '../document/parse-document.ts'
import {
  findOutlineDifference,
  type Outline,
  readLooseBlocks,
  readOutlines,
} from '../editing/outline.ts'
import { CrossoffError } from '../errors.ts'
import type { MarkdownEngine } from '../markdown/markdown-engine.ts'
import type { SourceText } from '../text/source-text.ts'

/**
 * Texts longer than this, in UTF-16 units, are verified by the reading engine alone: the reference
 * can take minutes for them.
 */
export const referenceLimit: number = 256 * 1024

/**
 * What the reference engine says of a result: it sees the same items; it disagrees on what the plan
 * leaves as it was, or on the very text that the plan told; it was not asked, since the text is too long or it is the one that reads.
 */
export type Verification = 'agreed' | 'differs-as-before' | 'differs-as-told' | 'not-asked'

/** The parsers that a text is verified by. */
export interface Engines {
  readonly engine: MarkdownEngine
  readonly reference: MarkdownEngine
}

/** The parsers, and what is known of the text. */
export interface VerifyOptions extends Engines {
  /** Whether the plan told the very text: somebody wrote it so, whatever parsers make of it. */
  readonly isTold?: boolean
}

/**
 * Verifies that both engines see the same items in a text that is about to be written.
 *
 * Throws `verification-failed` where they do not. What they read differently before the change, and
 * the change leaves as it was, is no reason to refuse it.
 *
 * @param before The text before; absent for a new document.
 * @returns How the two engines stand.
 */
export function verifyDocument(
  file: string,
  before: SourceText | undefined,
  after: SourceText,
  engines: VerifyOptions,
): Verification {
  const { engine, reference, isTold = false } = engines
  if (after.text.length > referenceLimit || engine.name === reference.name) return 'not-asked'
  const [document, other] = [parseDocument(after, engine), parseDocument(after, reference)]
  const disagreement = compare(document, other)
  if (disagreement.size === 0) return 'agreed'
  if (isTold) return 'differs-as-told'
  const known = before === undefined ? new Map<string, number>() : compareText(before, engines)
  if ([...disagreement].every(([part, count]) => isWithin(count, known.get(part) ?? 0))) {
    return 'differs-as-before'
  }
  const difference =
    findOutlineDifference(readOutlines(document), readOutlines(other)) ??
    'they disagree on text outside of all items'
  throw new CrossoffError(
    'verification-failed',
    `\`${file}\` would be read in two ways (${engine.name} and ${reference.name}): ${difference}`,
    { help: 'nothing was written; the place is on the edge of what Markdown defines, reword it' },
  )
}

function compareText(source: SourceText, { engine, reference }: Engines): Map<string, number> {
  return compare(parseDocument(source, engine), parseDocument(source, reference))
}

/** Counts the parts that one document has more often than the other; fewer is less than zero. */
function compare(document: Document, other: Document): Map<string, number> {
  const counts = new Map<string, number>()
  const count = (part: string, by: number): void => {
    const sum = (counts.get(part) ?? 0) + by
    if (sum === 0) counts.delete(part)
    else counts.set(part, sum)
  }
  for (const part of readParts(document)) count(part, 1)
  for (const part of readParts(other)) count(part, -1)
  return counts
}

function isWithin(count: number, known: number): boolean {
  return Math.sign(count) === Math.sign(known) && Math.abs(count) <= Math.abs(known)
}

/** All that a document's items show, each part with its depth, in document order. */
function readParts(document: Document): string[] {
  const parts = readLooseBlocks(document)
  const add = ({ kind, level, title, status, own, children }: Outline, depth: number): void => {
    parts.push(`${depth} ${kind} ${level} ${status} ${title}`)
    for (const block of own) parts.push(`${depth} ${block}`)
    for (const child of children) add(child, depth + 1)
  }
  for (const outline of readOutlines(document)) add(outline, 0)
  return parts
}
