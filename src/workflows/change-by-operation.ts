import type { Document, Item } from '../document/document.ts'
import { readBody } from '../editing/body-pieces.ts'
import { CrossoffError } from '../errors.ts'
import { checkPlan } from '../plans/parse-plan.ts'
import type { ChangeReport, DocumentReport } from '../reporters/report.ts'
import { selectItem } from '../selectors/select-item.ts'
import { readTarget } from '../selectors/select-target.ts'
import { parseSourceText } from '../text/source-text.ts'
import { changeDocuments, type ChangeMode } from './change-documents.ts'
import { joinPlans, portsAfter, readCollectedPlan } from './collect-plan.ts'
import { findDocument } from './find-document.ts'
import { defaultValues } from './default-values.ts'
import type { PlannedChange } from './planned-change.ts'
import type { Ports } from './ports.ts'
import { readDocument, readFile } from './read-document.ts'
import type { ValueRequest } from './value-request.ts'

/** One operation, as a user asks for it. */
export interface OperationRequest {
  readonly op: string
  readonly file?: string | undefined
  /** By the names of the operation's values. */
  readonly values: ReadonlyMap<string, ValueRequest>
}

/** Carries out one operation, or adds it to a plan. */
export async function changeByOperation(
  request: OperationRequest,
  mode: ChangeMode,
  ports: Ports,
): Promise<ChangeReport | DocumentReport> {
  try {
    return await changeDocuments(await planRequest(request, mode, ports), mode, ports)
  } catch (error) {
    // A plan's error speaks of paths in plans; what the user named is told in the user's words.
    if (error instanceof CrossoffError && error.code === 'file-missing')
      for (const value of request.values.values())
        if (value.kind === 'file') await readFile(ports, value.file)
    throw error
  }
}

async function planRequest(
  request: OperationRequest,
  { plan }: ChangeMode,
  ports: Ports,
): Promise<PlannedChange> {
  if (plan === undefined) return planByOperation(request, ports)
  const collected = await readCollectedPlan(plan, request.file, ports)
  const change = await planByOperation(request, await portsAfter(collected, ports))
  return joinPlans(collected, change)
}

/** Looks up what the user named, which makes a plan of one step. */
async function planByOperation(request: OperationRequest, ports: Ports): Promise<PlannedChange> {
  const { op } = request
  const file = await findDocument(ports, request.file)
  const requests = new Map([...defaultValues(op, ports.config), ...request.values])
  const document = await readDocument(ports, file)
  const other = await readOther(requests, document, ports)
  const target = requests.get('target')
  const item = target?.kind === 'selector' ? selectItem(document, target.selector) : undefined
  const values: Record<string, unknown> = {}
  for (const [name, value] of requests) {
    if (name === 'target' && item !== undefined) values[name] = readTarget(document, item)
    else if (value.kind === 'selector')
      values[name] = readTarget(other, selectItem(other, value.selector))
    else values[name] = await readText(value, { document, item }, ports)
  }
  const plan = checkPlan({ version: 1, file, operations: [{ op, ...values }] }, op)
  return { plan, file }
}

/** The document that the places are looked up in: the one that the item goes to, where that is another. */
async function readOther(
  requests: ReadonlyMap<string, ValueRequest>,
  document: Document,
  ports: Ports,
): Promise<Document> {
  const named = [...requests.values()].find((value) => value.kind === 'file')
  const hasPlaces = [...requests].some(
    ([name, value]) => name !== 'target' && value.kind === 'selector',
  )
  return named !== undefined && hasPlaces ? readDocument(ports, named.file) : document
}

async function readText(
  value: Exclude<ValueRequest, { readonly kind: 'selector' }>,
  subject: { readonly document: Document; readonly item: Item | undefined },
  ports: Ports,
): Promise<string> {
  switch (value.kind) {
    case 'text':
      return value.text
    case 'file':
      return value.file
    case 'input':
      return parseSourceText(ports.readInput(), 'standard input').text
    case 'content':
      return readContent(value.file, ports)
    case 'editor':
      return ports.editText(
        subject.item === undefined ? '' : readBody(subject.document, subject.item),
      )
  }
}

function readContent(file: string, ports: Ports): string {
  const bytes = ports.readFile(file)
  if (bytes === undefined) throw new CrossoffError('file-missing', `\`${file}\` does not exist`)
  return parseSourceText(bytes, file).text
}
