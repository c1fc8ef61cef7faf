import { draftMessage } from '../changelog/draft/draft-message.ts'
import { insertDraft } from '../changelog/draft/insert-draft.ts'
import type { MessageReport } from '../reporters/report.ts'
import { decodeText } from '../text/decode-text.ts'
import type { Ports } from './ports.ts'
import { readFile } from './read-document.ts'
import { readStagedDocuments } from './read-staged-documents.ts'

/** What a message is drafted for. */
export interface DraftRequest {
  /** The document; without it, all that the config names or that would be found. */
  readonly file?: string | undefined
  /** File of the message, as git has prepared it. */
  readonly messageFile?: string | undefined
  /** Where that message is from: `message`, `template`, `merge`, `squash`, `commit`; else empty. */
  readonly source: string
}

/** Drafts the message of the next commit from what it does to the items of documents. */
export async function draftCommitMessage(
  { file, messageFile, source }: DraftRequest,
  ports: Ports,
): Promise<MessageReport> {
  const report: MessageReport = { kind: 'message', file: messageFile, text: '' }
  const index = await ports.openIndex()
  const settings = await index.messageSettings()
  if (messageFile !== undefined && settings.isReplay) return report
  const draft = draftMessage(await readStagedDocuments(file, ports))
  if (draft === undefined) return report
  const prepared = messageFile === undefined ? '' : await readMessage(messageFile, ports)
  if (prepared === undefined) return { ...report, draft }
  const isShown = messageFile === undefined
  const text = isShown
    ? insertDraft('', draft, '', { ...settings, cleanup: 'default', hasEditor: true })
    : insertDraft(prepared, draft, source, settings)
  if (!isShown && text !== prepared) {
    const encoder = new TextEncoder()
    await ports.write([
      { path: messageFile, before: encoder.encode(prepared), after: encoder.encode(text) },
    ])
  }
  return { ...report, draft, text }
}

/** A message in another encoding than UTF-8 is left as it is: `undefined`. */
async function readMessage(path: string, ports: Ports): Promise<string | undefined> {
  return decodeText(ports.readReplaced(path) ?? (await readFile(ports, path)))
}
