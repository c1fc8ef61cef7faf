import type { GenericSchema, InferOutput } from 'valibot'
import type { Document } from '../document/document.ts'
import type { Outline } from '../editing/outline.ts'
import type { TextEdit } from '../text/text-edit.ts'

/** The documents that a plan works on. */
export interface Workspace {
  /** The document that an operation means where it names no other. */
  readonly file: string
  /**
   * Gives a document as the operations before have left it.
   *
   * One that is not there is an error, `file-missing`, unless it may be made: it is then empty.
   */
  readonly document: (file: string, missing?: 'create') => Document
  /** Parses a text as the workspace's documents are parsed. */
  readonly parse: (text: string) => Document
}

/** What an operation does to one document. */
export interface DocumentChange {
  readonly file: string
  /** Edits of the document's text as it stands before the operation. */
  readonly edits: readonly TextEdit[]
  /** Whether the document begins with a byte order mark afterwards; absent where it does as before. */
  readonly hasBom?: boolean
  /** The item tree that the edited text must show, and no other; absent for a splice. */
  readonly promise?: readonly Outline[]
}

/** What an operation is, said once: plan, command line, schema and reference page derive from it. */
export interface OperationDefinition<Values extends GenericSchema> {
  /** One sentence, as `--help` shows it. */
  readonly summary: string
  /** The values that a plan and the command line give; descriptions and metadata included. */
  readonly values: Values
  /** Plans the edits; changes nothing. Throws a `CrossoffError` where it cannot be done. */
  plan(workspace: Workspace, values: InferOutput<Values>): readonly DocumentChange[]
}

/** Any operation, as a plan that was checked against the schemas calls it. */
export type AnyOperation = OperationDefinition<GenericSchema>

/** Gives a definition its type. */
export function defineOperation<Values extends GenericSchema>(
  definition: OperationDefinition<Values>,
): OperationDefinition<Values> {
  return definition
}
