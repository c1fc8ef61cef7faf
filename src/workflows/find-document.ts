import { CrossoffError } from '../errors.ts'
import { documentNames, listCandidates } from './list-candidates.ts'
import { isGlob, matchFiles } from './match-files.ts'
import type { Ports } from './ports.ts'

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
  for (const paths of listCandidates(directory)) {
    const found = paths.filter((path) => tree.kindOf(path) === 'file')
    if (found.length > 0) return found
  }
  return []
}

function none(documents: readonly string[] | undefined): CrossoffError {
  const names = documents ?? documentNames
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
