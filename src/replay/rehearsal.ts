import type { Document, Item } from '../document/document.ts'
import { type ItemPlace, walkItems } from '../document/walk-items.ts'
import { pairItems } from '../editing/outline.ts'
import { CrossoffError } from '../errors.ts'
import { operations } from '../operations/index.ts'
import type { AnyOperation } from '../operations/operation.ts'
import type { Operation } from '../plans/plan.ts'
import { requirePromise } from '../plans/require-promise.ts'
import { toSourceText } from '../text/source-text.ts'
import { applyEdits, type TextEdit } from '../text/text-edit.ts'

/** Who an item is: its number in the old revision, its number in the new one, or both. */
export interface Identity {
  readonly old?: number | undefined
  readonly new?: number | undefined
}

/** A document on its way from one revision to another: what it holds, and who is who. */
export interface Stage {
  readonly document: Document
  readonly identities: ReadonlyMap<Item, Identity>
  /** The items by their numbers in the new revision. */
  readonly items: ReadonlyMap<number, Item>
  /** The items by their numbers in the old revision. */
  readonly olds: ReadonlyMap<number, Item>
  /** Where each item stands, in document order: looked up here, no item costs a walk of the document. */
  readonly places: ReadonlyMap<Item, ItemPlace>
}

/** What an operation leads to. */
export interface Rehearsed {
  readonly stage: Stage
  /** Edits of the text before it. */
  readonly edits: readonly TextEdit[]
}

/** The file that operations are rehearsed on; a plan names the real one. */
const FILE = 'rehearsal'

/** Makes a stage of a document and of what is known of its items. */
export function createStage(document: Document, identities: ReadonlyMap<Item, Identity>): Stage {
  const items = new Map<number, Item>()
  const olds = new Map<number, Item>()
  for (const [item, identity] of identities) {
    if (identity.new !== undefined) items.set(identity.new, item)
    if (identity.old !== undefined) olds.set(identity.old, item)
  }
  const places = new Map(walkItems(document.items).map((place) => [place.item, place]))
  return { document, identities, items, olds, places }
}

/**
 * Does one operation, as a plan that is applied would.
 *
 * @param added Numbers, in the new revision, of the items that the operation adds, in document order.
 * @returns The next stage and how it came about; `undefined` where the operation is refused, or
 * keeps no promise.
 */
export function rehearse(
  stage: Stage,
  operation: Operation,
  parse: (text: string) => Document,
  added: readonly number[] = [],
): Rehearsed | undefined {
  try {
    return perform(stage, operation, parse, added)
  } catch (error) {
    if (error instanceof CrossoffError) return undefined
    throw error
  }
}

function perform(
  { document, identities }: Stage,
  operation: Operation,
  parse: (text: string) => Document,
  added: readonly number[],
): Rehearsed | undefined {
  const definition: AnyOperation = operations[operation.op]
  const workspace = { file: FILE, document: () => document, parse }
  const [change] = definition.plan(workspace, operation)
  if (change?.promise === undefined) return undefined
  const text = applyEdits(document.source.text, change.edits)
  const next = parse(toSourceText(text).text)
  const outlines = requirePromise(FILE, document, next, change.promise)
  const known = new Map<Item, Identity>()
  for (const [before, after] of pairItems(change.promise, outlines)) {
    const identity = identities.get(before)
    if (identity !== undefined) known.set(after, identity)
  }
  const fresh = walkItems(next.items).filter(({ item }) => !known.has(item))
  // An operation that adds other items than it should is no way to the new revision.
  if (fresh.length !== added.length) return undefined
  fresh.forEach(({ item }, index) => known.set(item, { new: added[index] }))
  return { stage: createStage(next, known), edits: change.edits }
}
