import { dirname, resolve } from 'node:path'
import { findRoot } from '../adapters/find-root.ts'
import type { Session } from '../cli/session.ts'
import { CrossoffError } from '../errors.ts'
import { groupBy } from '../group-by.ts'
import { overlayFiles } from '../links/overlay-files.ts'
import type { FileTree } from '../ports.ts'
import { checkRepository } from '../workflows/check-repository.ts'
import type { MarkdownFile } from './markdown-file.ts'
import type { Open, Place } from './open-for.ts'
import { addDiagnostic, SOURCE } from './add-diagnostic.ts'

/** A file of which is known where it stands. */
interface PlacedFile extends Place {
  readonly file: MarkdownFile
}

/**
 * Checks files, and adds what is found to their messages.
 *
 * A text that stands nowhere is left alone: nobody can tell what its links lead to.
 */
export async function checkFiles(files: readonly MarkdownFile[], open: Open): Promise<void> {
  const repositories = groupBy(files.flatMap(findPlace), ({ cwd, root }) =>
    JSON.stringify([cwd, root]),
  )
  for (const group of repositories.values()) await checkGroup(group, open)
}

function findPlace(file: MarkdownFile): PlacedFile[] {
  const { cwd, path } = file
  if (path === undefined) return []
  const root = findRoot(dirname(resolve(cwd, path)), process.env) ?? cwd
  return [{ file, cwd, path, root }]
}

/** Why crossoff cannot run is said once, not with each of the files. */
async function checkGroup(group: readonly PlacedFile[], open: Open): Promise<void> {
  const [first] = group
  if (first === undefined) return
  try {
    await checkTogether(group, await open(first))
  } catch (error) {
    if (!(error instanceof CrossoffError)) throw error
    const message = first.file.message(error.message, { source: SOURCE, ruleId: error.code })
    message.fatal = true
    if (error.help !== '') message.note = error.help
  }
}

async function checkTogether(
  group: readonly PlacedFile[],
  { ports, documentPath }: Session,
): Promise<void> {
  const files = new Map(group.map(({ file, path }) => [documentPath(path), file]))
  const tree = overlayFiles(ports.tree, findUnsaved(files, ports.tree))
  const report = await checkRepository({ paths: [...files.keys()] }, { ...ports, tree })
  for (const { diagnostic } of report.findings) {
    const file = files.get(diagnostic.file)
    if (file !== undefined) addDiagnostic(diagnostic, file)
  }
}

/** The files whose texts are not those of the disk: an editor has not saved them, or a program made them. */
function findUnsaved(
  files: ReadonlyMap<string, MarkdownFile>,
  tree: FileTree,
): ReadonlyMap<string, string | Uint8Array> {
  const unsaved = new Map<string, string | Uint8Array>()
  for (const [path, { value = '' }] of files) {
    const bytes = typeof value === 'string' ? Buffer.from(value) : value
    const saved = tree.read(path)
    if (saved === undefined || Buffer.compare(saved, bytes) !== 0) unsaved.set(path, value)
  }
  return unsaved
}
