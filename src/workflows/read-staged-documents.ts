import type { DraftedChange, DraftedDocument } from '../changelog/draft/draft-message.ts'
import { diffForests } from '../diff/diff-forests.ts'
import type { Document } from '../document/document.ts'
import { parseDocument } from '../document/parse-document.ts'
import type { StagedFile } from '../history/staged-file.ts'
import { matchDocuments } from '../matching/match-documents.ts'
import { decodeText } from '../text/decode-text.ts'
import { parseSourceText } from '../text/source-text.ts'
import { listCandidates } from './list-candidates.ts'
import { matchFiles } from './match-files.ts'
import { mentionOptions } from './mention-options.ts'
import type { Ports } from './ports.ts'
import { readBlobs } from './read-blobs.ts'

/**
 * Tells what the next commit does to the items of documents.
 *
 * @param file The document; without it, all that the config names or that would be found.
 */
export async function readStagedDocuments(
  file: string | undefined,
  ports: Ports,
): Promise<DraftedDocument[]> {
  const index = await ports.openIndex()
  const staged = await selectDocuments(await index.staged(), file, ports)
  const ids = staged.flatMap(({ before, after }) => [before ?? [], after ?? []].flat())
  const texts = await readBlobs(ids, ports)
  if (texts.size === 0) return []
  const engine = await ports.loadEngine()
  const read = (id: string | undefined, path: string): Document | undefined => {
    const bytes = id === undefined ? new Uint8Array() : texts.get(id)
    if (bytes === undefined || decodeText(bytes) === undefined) return undefined
    return parseDocument(parseSourceText(bytes, path), engine, mentionOptions(ports.config))
  }
  return staged.flatMap(({ path, before, after }) => {
    const [last, next] = [read(before, path), read(after, path)]
    // What is no UTF-8 tells nothing, and is no reason to stop a commit.
    if (last === undefined || next === undefined) return []
    return [{ file: path, changes: readChanges(last, next) }]
  })
}

async function selectDocuments(
  staged: readonly StagedFile[],
  file: string | undefined,
  { config, directory }: Ports,
): Promise<StagedFile[]> {
  const paths = new Set(staged.map(({ path }) => path))
  const patterns = config.documents ?? listCandidates(directory).flat()
  const files = {
    kindOf: (path: string): 'file' | undefined => (paths.has(path) ? 'file' : undefined),
    files: (): string[] => [...paths],
  }
  const chosen = new Set(file === undefined ? await matchFiles(files, patterns) : [file])
  return staged.filter(({ path }) => chosen.has(path))
}

function readChanges(before: Document, after: Document): DraftedChange[] {
  const matching = matchDocuments(before, after)
  return diffForests(matching).map(({ old, new: _new, ...change }) => ({
    change,
    wasDone: old !== undefined && matching.old.entries[old]?.status === 'done',
  }))
}
