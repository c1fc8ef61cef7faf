import { shortHash } from '../document/hash-item.ts'
import { parseDocument } from '../document/parse-document.ts'
import type { MentionOptions } from '../document/read-mentions.ts'
import { CrossoffError } from '../errors.ts'
import type { MarkdownEngine } from '../markdown/markdown-engine.ts'
import type { AnyOperation } from '../operations/operation.ts'
import { operations } from '../operations/index.ts'
import type { SourceText } from '../text/source-text.ts'
import { sortEdits } from '../text/text-edit.ts'
import { invertChanges } from './invert-changes.ts'
import { checkPlan } from './parse-plan.ts'
import type { Operation, Plan } from './plan.ts'
import type { PlannedFile, PlanResult } from './plan-result.ts'
import { PlanWorkspace, type WorkingDocument } from './plan-workspace.ts'
import { verifyDocument } from './verify-document.ts'

/** What a plan is applied with. */
export interface ApplyOptions {
  /** Document that the operations change where the plan names none. */
  readonly file: string
  /** Reads a document; `undefined` where there is none. */
  readonly read: (file: string) => SourceText | undefined
  /** The engine that reads. */
  readonly engine: MarkdownEngine
  /** The engine that must see the same items in the result. */
  readonly reference: MarkdownEngine
  /** What the config says of owners and references. */
  readonly mentions?: MentionOptions
}

/**
 * Applies a plan to documents, all or nothing; nothing is written.
 *
 * Every operation sees what those before it have made. Each result is parsed again and must show
 * what the operation promised, and both engines must agree on the end. Throws a `CrossoffError`
 * where an item is not found, an operation cannot be done, or the verification fails.
 */
export function applyPlan(plan: Plan, options: ApplyOptions): PlanResult {
  const { file, operations: steps, result } = checkPlan(plan)
  const workspace = new PlanWorkspace(file ?? options.file, {
    read: options.read,
    parse: (source) => parseDocument(source, options.engine, options.mentions),
  })
  steps.forEach((operation, index) => {
    try {
      workspace.apply(planOperation(workspace, operation))
    } catch (error) {
      throw steps.length > 1 ? atOperation(error, index, operation.op) : error
    }
  })
  requireResult(workspace, result)
  const files = [...workspace.documents]
    .filter(([, working]) => isChanged(working))
    .map(([path, working]): PlannedFile => {
      const { source } = working.document
      const before = working.past?.source
      const edits = sortEdits(working.edits, before?.text.length ?? 0)
      const isTold = path === workspace.file && result !== undefined
      const verification = verifyDocument(path, before, source, { ...options, isTold })
      return {
        file: path,
        before,
        after: source,
        past: working.past,
        edits,
        document: working.document,
        verification,
      }
    })
    .sort((a, b) => (a.file < b.file ? -1 : 1))
  return { files, inverse: invertChanges(files), homes: workspace.homes }
}

function isChanged({ past, document: { source } }: WorkingDocument): boolean {
  const before = past?.source
  return before?.text !== source.text || before.hasBom !== source.hasBom
}

/** A plan that replays a difference knows what it leads to. */
function requireResult({ file, document }: PlanWorkspace, result: string | undefined): void {
  if (result === undefined) return
  const hash = shortHash(document(file).source.text)
  if (hash === result) return
  throw new CrossoffError(
    'item-changed',
    `the plan makes a document of \`${file}\` that has the hash \`${hash}\`, not \`${result}\``,
    { help: 'it was made for another revision; without its `result` it can be applied to others' },
  )
}

function planOperation(
  workspace: PlanWorkspace,
  operation: Operation,
): ReturnType<AnyOperation['plan']> {
  const definition: AnyOperation = operations[operation.op]
  return definition.plan(workspace, operation)
}

/** Says which operation of a plan an error is about. */
function atOperation(error: unknown, index: number, op: string): unknown {
  if (!(error instanceof CrossoffError)) return error
  return new CrossoffError(error.code, `operation ${index + 1} (\`${op}\`): ${error.message}`, {
    help: error.help,
    cause: error,
  })
}
