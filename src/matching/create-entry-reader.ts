import { parseDocument } from '../document/parse-document.ts'
import type { MarkdownEngine } from '../markdown/markdown-engine.ts'
import type { Entry } from './entry.ts'
import { readForest } from './forest.ts'
import { isOpenEnded } from './is-open-ended.ts'
import { flattenEntries, nestEntries } from './nest-entries.ts'
import { readEntries } from './read-entries.ts'
import { splitSections } from './split-sections.ts'

/** Reads the entries of a text. */
export type EntryReader = (text: string) => Entry[]

/**
 * Makes a reader for the revisions of one document, which differ little from each other.
 *
 * Sections are read one by one, and those that a revision shares with one read shortly before are
 * taken from there: a history costs what changed in it. The entries know no items.
 */
export function createEntryReader(engine: MarkdownEngine): EntryReader {
  let recent = new Map<string, Piece>()
  let older = new Map<string, Piece>()
  const readPiece = (text: string): Piece => {
    const piece = recent.get(text) ?? older.get(text) ?? parsePiece(text, engine)
    recent.set(text, piece)
    return piece
  }
  let reads = 0
  return (text) => {
    reads++
    if (reads % GENERATION === 0) {
      older = recent
      recent = new Map()
    }
    return nestEntries(readPieces(splitSections(text), readPiece))
  }
}

/** A piece that this many revisions did not have is forgotten, so that memory stays flat. */
const GENERATION = 16

/** What stands in one piece of a text. */
interface Piece {
  readonly entries: readonly Entry[]
  readonly isOpenEnded: boolean
}

function parsePiece(text: string, engine: MarkdownEngine): Piece {
  const document = parseDocument(text, engine)
  return {
    entries: flattenEntries(withoutItems(readEntries(document))),
    isOpenEnded: isOpenEnded(document.root, text),
  }
}

/** Reads pieces in turn; where one does not end at its end, all that is left is one. */
function readPieces(texts: readonly string[], readPiece: (text: string) => Piece): Entry[] {
  const entries: Entry[] = []
  for (const [index, text] of texts.entries()) {
    const piece = readPiece(text)
    const isLast = index === texts.length - 1
    const whole = piece.isOpenEnded && !isLast ? readPiece(texts.slice(index).join('')) : piece
    for (const entry of whole.entries) entries.push(entry)
    if (whole !== piece) break
  }
  return entries
}

/**
 * An item leads to the syntax tree of its whole text, which nobody needs any more.
 *
 * Children first, without a call for each level.
 */
function withoutItems(roots: readonly Entry[]): Entry[] {
  const bare = new Map<Entry, Entry>()
  const bareOf = (entries: readonly Entry[]): Entry[] =>
    entries.flatMap((entry) => bare.get(entry) ?? [])
  for (const entry of readForest(roots).entries.toReversed()) {
    const { item: _item, ...rest } = entry
    bare.set(entry, { ...rest, children: bareOf(entry.children) })
  }
  return bareOf(roots)
}
