import { CrossoffError } from '../errors.ts'
import type { HistorySource } from '../history/history-source.ts'
import { parseSourceText, type SourceText } from '../text/source-text.ts'
import { findDocument } from './find-document.ts'
import type { Ports } from './ports.ts'
import { readFile } from './read-document.ts'

/** One side of a difference. */
export type DiffSide =
  /**
   * A file, by its path from the repository's root; it need not be the repository's. Its bytes, where
   * they were read already: a pipe gives them once.
   */
  | { readonly kind: 'file'; readonly path: string; readonly bytes?: Uint8Array | undefined }
  /** A file as the index has it, at a stage as git writes it: `:`, or `:2:`. */
  | { readonly kind: 'index'; readonly stage: string; readonly path: string }
  /** A file as a revision has it; without a path, the document. */
  | { readonly kind: 'revision'; readonly revision: string; readonly path?: string | undefined }

/** The text of one side. */
export interface Side {
  /** What the user calls it. */
  readonly name: string
  /** Path of the document that a plan changes. */
  readonly path: string
  readonly source: SourceText
}

/**
 * Reads one side of a difference.
 *
 * @param side The document as it stands, where nothing is said.
 * @param file The document that the user named.
 */
export async function readSide(
  side: DiffSide | undefined,
  file: string | undefined,
  ports: Ports,
): Promise<Side> {
  if (side?.kind === 'revision') return readRevision(side, file, ports)
  if (side?.kind === 'index') return readIndex(side, ports)
  const path = side?.path ?? (await findDocument(ports, file))
  const bytes = side?.bytes ?? ports.readFile(path) ?? (await readFile(ports, path))
  return { name: path, path, source: parseSourceText(bytes, path) }
}

async function readIndex(
  { stage, path }: Extract<DiffSide, { readonly kind: 'index' }>,
  ports: Ports,
): Promise<Side> {
  const name = `${stage}${path}`
  const { source } = await ports.openHistory()
  const text = await readBlob(name, source)
  if (text === undefined) throw noFile(name, 'the index', 'git ls-files --stage')
  return { name, path, source: text }
}

async function readRevision(
  { revision, path: typed }: Extract<DiffSide, { readonly kind: 'revision' }>,
  file: string | undefined,
  ports: Ports,
): Promise<Side> {
  const path = typed ?? (await findDocument(ports, file))
  const { source } = await ports.openHistory()
  // To git, a path behind `:/words` would be more words.
  const root = revision.startsWith(':/') ? await source.resolve(revision) : revision
  const name = `${root}:${path}`
  const text = await readBlob(name, source)
  if (text !== undefined) return { name, path, source: text }
  // Says so where there is no such revision at all.
  await source.resolve(revision)
  throw noFile(name, 'a revision', `git ls-tree -r --name-only ${root}`)
}

async function readBlob(name: string, source: HistorySource): Promise<SourceText | undefined> {
  // Git reads one name a line.
  if (name.includes('\n')) return undefined
  for await (const { bytes } of source.blobs([name]))
    if (bytes !== undefined) return parseSourceText(bytes, name)
  return undefined
}

function noFile(name: string, place: string, command: string): CrossoffError {
  return new CrossoffError('git', `git has no file \`${name}\``, {
    help: `see the files of ${place} with \`${command}\``,
  })
}
