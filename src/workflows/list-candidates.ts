import { join } from 'node:path/posix'

/** Where a document is looked for, from each folder. */
export const documentNames: readonly string[] = [
  'TODO.md',
  'docs/TODO.md',
  'docs/src/TODO.md',
  'ROADMAP.md',
]

/** Lists where a document may stand: a list for each folder, from one up to the root. */
export function listCandidates(directory: string): string[][] {
  const names = documentNames.map((name) => join(directory, name))
  return directory === '' ? [names] : [names, ...listCandidates(parentOf(directory))]
}

function parentOf(folder: string): string {
  const slash = folder.lastIndexOf('/')
  return slash === -1 ? '' : folder.slice(0, slash)
}
