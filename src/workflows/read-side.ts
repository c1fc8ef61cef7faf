import { CrossoffError } from '../errors.ts'
import { parseSourceText, type SourceText } from '../text/source-text.ts'
import { findDocument } from './find-document.ts'
import type { Ports } from './ports.ts'
import { readFile } from './read-document.ts'

/** One side of a difference. */
export type DiffSide =
  /** A file, by its path from the repository's root; it need not be the repository's. */
  | { readonly kind: 'file'; readonly path: string }
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
  const path = side?.path ?? (await findDocument(ports, file))
  const bytes = ports.readFile(path) ?? (await readFile(ports, path))
  return { name: path, path, source: parseSourceText(bytes, path) }
}

async function readRevision(
  { revision, path: typed }: Extract<DiffSide, { readonly kind: 'revision' }>,
  file: string | undefined,
  ports: Ports,
): Promise<Side> {
  const path = typed ?? (await findDocument(ports, file))
  const name = `${revision}:${path}`
  const { source } = await ports.openHistory()
  // Git reads one name a line.
  for await (const { bytes } of source.blobs(name.includes('\n') ? [] : [name]))
    if (bytes !== undefined) return { name, path, source: parseSourceText(bytes, name) }
  // Says so where there is no such revision at all.
  await source.resolve(revision)
  throw new CrossoffError('git', `git has no file \`${name}\``, {
    help: `see the files of a revision with \`git ls-tree -r --name-only ${revision}\``,
  })
}
