import fc from 'fast-check'
import type { Document, Item } from '../../src/document/document.ts'
import { parseDocument } from '../../src/document/parse-document.ts'
import { walkItems } from '../../src/document/walk-items.ts'
import { CrossoffError } from '../../src/errors.ts'
import type { MarkdownEngine } from '../../src/markdown/markdown-engine.ts'
import { applyPlan } from '../../src/plans/apply-plan.ts'
import type { Operation } from '../../src/plans/plan.ts'
import { type SourceText, toSourceText } from '../../src/text/source-text.ts'
import { type OperationDraw, operationDraw, toOperation } from './operations.ts'
import { smallTodo } from './small-todo.ts'

/** A document and what random operations made of it. */
export interface RevisedDocument {
  readonly old: Document
  readonly new: Document
  /** The operations that were carried out, one after another. */
  readonly operations: readonly Operation[]
  /** Where each item of the old document stands in the new one; dropped ones are left out. */
  readonly homes: ReadonlyMap<Item, Item>
  /** The operations that each item of the old document was the target of. */
  readonly targets: ReadonlyMap<Item, ReadonlySet<Operation['op']>>
}

const FILE = 'TODO.md'

/** Draws a document and operations to revise it by. */
export function revisionDraw(
  most: number,
): fc.Arbitrary<{ readonly text: string; readonly draws: readonly OperationDraw[] }> {
  return fc.record({
    text: smallTodo(),
    draws: fc.array(operationDraw(), { minLength: 1, maxLength: most }),
  })
}

/** Revises a document by drawn operations; those that are refused change nothing. */
export function revise(
  text: string,
  draws: readonly OperationDraw[],
  engine: MarkdownEngine,
): RevisedDocument {
  const old = parseDocument(text, engine)
  let document = old
  let homes = new Map(walkItems(old.items).map(({ item }) => [item, item]))
  const targets = new Map<Item, Set<Operation['op']>>()
  const operations: Operation[] = []
  for (const draw of draws) {
    const operation = draw.op === 'splice' ? undefined : toOperation(document, draw)
    const step = operation && change(document.source, operation, engine)
    if (operation === undefined || step === undefined) continue
    operations.push(operation)
    const next = new Map<Item, Item>()
    for (const [first, now] of homes) {
      const home = step.homes.get(placeOf(now))
      if (home === undefined) continue
      next.set(first, home)
      if (isTarget(operation, now))
        targets.set(first, (targets.get(first) ?? new Set()).add(operation.op))
    }
    homes = next
    document = step.document
  }
  return { old, new: document, operations, homes, targets }
}

/** A plan parses its documents anew, so that its items are known by their places. */
function change(
  source: SourceText,
  operation: Operation,
  engine: MarkdownEngine,
): { readonly document: Document; readonly homes: ReadonlyMap<string, Item> } | undefined {
  try {
    const result = applyPlan(
      { version: 1, operations: [operation] },
      { file: FILE, read: () => toSourceText(source.text), engine, reference: engine },
    )
    const [file] = result.files
    if (file === undefined) return undefined
    const homes = [...result.homes].map(([item, home]) => [placeOf(item), home.item] as const)
    return { document: file.document, homes: new Map(homes) }
  } catch (error) {
    if (error instanceof CrossoffError) return undefined
    throw error
  }
}

function placeOf({ kind, span }: Item): string {
  return `${kind} ${span.start}`
}

/** Items of one path are told apart by their hash. */
function isTarget(operation: Operation, item: Item): boolean {
  return (
    'target' in operation &&
    operation.target.kind === item.kind &&
    JSON.stringify(operation.target.path) === JSON.stringify(item.path)
  )
}
