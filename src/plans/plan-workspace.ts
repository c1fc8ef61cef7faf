import type { Document, Item } from '../document/document.ts'
import { pairItems, readOutlines } from '../editing/outline.ts'
import { CrossoffError } from '../errors.ts'
import type { ItemHome } from '../matching/item-home.ts'
import type { DocumentChange, Workspace } from '../operations/operation.ts'
import { composeEdits } from '../text/compose-edits.ts'
import { type SourceText, toSourceText } from '../text/source-text.ts'
import { applyEdits, type TextEdit } from '../text/text-edit.ts'
import { followItems } from './follow-items.ts'
import { requirePromise } from './require-promise.ts'

/** What the operations of a plan have made of one document so far. */
export interface WorkingDocument {
  /** The document before the plan; absent for one that the plan makes. */
  readonly past: Document | undefined
  readonly document: Document
  /** All edits so far, as edits of the text before. */
  readonly edits: readonly TextEdit[]
}

/** Where the documents of a plan come from. */
export interface DocumentSource {
  /** Reads a document; `undefined` where there is none. */
  readonly read: (file: string) => SourceText | undefined
  readonly parse: (source: SourceText) => Document
}

/** The documents of a plan while it is being applied. */
export class PlanWorkspace implements Workspace {
  readonly #source: DocumentSource
  readonly #documents = new Map<string, WorkingDocument>()
  readonly file: string
  /** Where the items of the documents before the plan stand now. */
  homes: ReadonlyMap<Item, ItemHome> = new Map()

  constructor(file: string, source: DocumentSource) {
    this.file = file
    this.#source = source
  }

  /** The documents that were read, by file. */
  get documents(): ReadonlyMap<string, WorkingDocument> {
    return this.#documents
  }

  readonly parse = (text: string): Document => this.#source.parse(toSourceText(text))

  readonly document = (file: string, missing?: 'create'): Document => {
    const known = this.#documents.get(file)
    if (known !== undefined) return known.document
    const before = this.#source.read(file)
    if (before === undefined && missing !== 'create') {
      throw new CrossoffError('file-missing', `there is no document \`${file}\``, {
        help: 'paths in plans go from the root of the repository',
      })
    }
    const document = this.#source.parse(before ?? toSourceText(''))
    this.#documents.set(file, { past: before && document, document, edits: [] })
    this.homes = followItems(this.homes, file, document)
    return document
  }

  /** Applies one operation's changes; each must show what the operation promised, and no more. */
  apply(changes: readonly DocumentChange[]): void {
    const pairs = new Map<Item, Omit<ItemHome, 'origin'>>()
    for (const { file, edits, promise, hasBom } of changes) {
      const working = this.#documents.get(file)
      if (working === undefined) throw new Error(`\`${file}\` was changed without being read`)
      const { source } = working.document
      const document = this.#source.parse(
        toSourceText(applyEdits(source.text, edits), hasBom ?? source.hasBom),
      )
      // A splice promises nothing: its items are taken for those that stood at the same places.
      const [outlines, shown] =
        promise === undefined
          ? [readOutlines(working.document), readOutlines(document)]
          : [promise, requirePromise(file, working.document, document, promise)]
      for (const [before, item] of pairItems(outlines, shown)) pairs.set(before, { file, item })
      const length = working.past?.source.text.length ?? 0
      this.#documents.set(file, {
        ...working,
        document,
        edits: composeEdits(working.edits, edits, length),
      })
    }
    const changed = new Set(changes.map(({ file }) => file))
    this.homes = new Map(
      [...this.homes].flatMap(([item, home]) => {
        const now = pairs.get(home.item) ?? (changed.has(home.file) ? undefined : home)
        return now === undefined ? [] : [[item, { ...now, origin: home.origin }] as const]
      }),
    )
  }
}
