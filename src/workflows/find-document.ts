import { join } from 'node:path/posix'
import { CrossoffError } from '../errors.ts'
import { isGlob, matchFiles } from './match-files.ts'
import type { Ports } from './ports.ts'

/** Where a document is looked for, from the working directory up. */
const CANDIDATES = ['TODO.md', 'docs/TODO.md', 'docs/src/TODO.md', 'ROADMAP.md']

/**
 * Finds the one document that a command works on.
 *
 * The one that the user named, else the config's, else the one found in the working directory or the
 * nearest folder above it that has one. Throws `no-document` where there is none, or more than one.
 */
export async function findDocument(ports: Ports, file: string | undefined): Promise<string> {
  if (file !== undefined) return file
  const { documents } = ports.config
  const found =
    documents === undefined ? findCandidates(ports) : await matchFiles(ports.tree, documents)
  const [only, second] = found
  if (only !== undefined && second === undefined) return only
  throw second === undefined ? none(documents) : several(found)
}

function findCandidates({ tree, directory }: Ports): string[] {
  for (let folder = directory; ; folder = parentOf(folder)) {
    const found = CANDIDATES.map((name) => join(folder, name)).filter(
      (path) => tree.kindOf(path) === 'file',
    )
    if (found.length > 0 || folder === '') return found
  }
}

function parentOf(folder: string): string {
  const slash = folder.lastIndexOf('/')
  return slash === -1 ? '' : folder.slice(0, slash)
}

function none(documents: readonly string[] | undefined): CrossoffError {
  const names = documents ?? CANDIDATES
  const list = names.map((name) => `\`${name}\``).join(', ')
  const isLiteral = documents !== undefined && !documents.some(isGlob)
  return new CrossoffError('no-document', `there is no document; looked for ${list}`, {
    help: isLiteral
      ? 'mend `documents` in the config'
      : 'name it with `--file FILE`, or set `documents` in the config',
  })
}

function several(found: readonly string[]): CrossoffError {
  return new CrossoffError('no-document', `${found.length} documents could be meant`, {
    help: ['name one with `--file`:', ...found.map((path) => `  ${path}`)].join('\n'),
  })
}
