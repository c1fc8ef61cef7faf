import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Source texts by path, `src/document/item.ts`, in the order of their paths. */
export type SourceFiles = ReadonlyMap<string, string>

/** Reads every TypeScript file of a folder of this repository. */
export function readSourceFiles(folder: string): SourceFiles {
  const root = join(import.meta.dirname, '..', '..')
  return new Map(
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      .filter((path) => path.endsWith('.ts'))
      .sort()
      .map((path) => [path, readFileSync(join(root, path), 'utf8')]),
  )
}
