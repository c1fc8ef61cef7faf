import { normalize } from 'node:path/posix'
import type { FileTree } from '../ports.ts'

/** Tells whether a path has characters that only a glob has. */
export function isGlob(path: string): boolean {
  return /[*?[\]{}!]/u.test(path)
}

/** Of a tree, what paths and globs are matched against. */
type Files = Pick<FileTree, 'files' | 'kindOf'>

/** Lists the files that paths and globs name, sorted; a glob behind `!` takes files out again. */
export async function matchFiles(tree: Files, patterns: readonly string[]): Promise<string[]> {
  const found = new Set<string>()
  for (const pattern of patterns) {
    const isExclusion = pattern.startsWith('!')
    const glob = normalize(isExclusion ? pattern.slice(1) : pattern)
    const matches = isGlob(glob) ? await matchGlob(tree, glob) : literalMatch(tree, glob)
    for (const path of matches) {
      if (isExclusion) found.delete(path)
      else found.add(path)
    }
  }
  return [...found].sort()
}

function literalMatch(tree: Files, path: string): string[] {
  return tree.kindOf(path) === 'file' ? [path] : []
}

async function matchGlob(tree: Files, glob: string): Promise<string[]> {
  const isMatch = await compileGlob(glob)
  return tree.files().filter((path) => isMatch(path))
}

/** Compiles a glob; `*` does not cross `/`, and names that begin with a dot count like others. */
export async function compileGlob(glob: string): Promise<(path: string) => boolean> {
  const { default: picomatch } = await import('picomatch')
  const isMatch = picomatch(glob, { dot: true })
  return (path) => isMatch(path)
}
