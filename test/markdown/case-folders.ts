import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', 'cases')

/** The folder of a case below `test/cases`, with its texts. */
export interface CaseFolder {
  readonly name: string
  readonly path: string
  /** Reads one of the folder's files. */
  readonly read: (file: string) => string
}

/** Lists the cases of a kind, by name. */
export function caseFolders(kind: string): CaseFolder[] {
  return readdirSync(join(root, kind), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const path = join(root, kind, name)
      return { name, path, read: (file) => readFileSync(join(path, file), 'utf8') }
    })
}
