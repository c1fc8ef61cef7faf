import type { Document } from '../document/document.ts'
import { readForest } from './forest.ts'
import { matchForests } from './match-forests.ts'
import type { Matching } from './pairing.ts'
import { readEntries } from './read-entries.ts'

/** Finds which items of two revisions of a document are the same. */
export function matchDocuments(old: Document, revised: Document): Matching {
  return matchForests(readForest(readEntries(old)), readForest(readEntries(revised)))
}
