import type { FileTree } from '../ports.ts'
import { groupBy } from '../group-by.ts'
import { memoize } from './memoize.ts'

/** Makes a function that finds the path which differs by letter case or Unicode form only. */
export function respellPath(files: FileTree): (path: string) => string | undefined {
  const namesIn = memoize((directory) => {
    return groupBy(files.list(directory), foldName)
  })
  return (path) => {
    let found = ''
    for (const segment of path.split('/')) {
      const prefix = found === '' ? '' : `${found}/`
      const names = namesIn(found).get(foldName(segment)) ?? []
      const name = names.includes(segment) ? segment : names[0]
      if (name === undefined) return undefined
      found = prefix + name
    }
    return found
  }
}

/** Two names that a case-folding system takes for one have the same form. */
export function foldName(name: string): string {
  return name.normalize('NFC').toLowerCase()
}
