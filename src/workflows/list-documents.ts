import { CrossoffError } from '../errors.ts'
import { isMarkdownPath } from '../links/markdown-path.ts'
import { compileGlob, isGlob, matchFiles } from './match-files.ts'
import type { Ports } from './ports.ts'

/**
 * Lists the Markdown documents that paths, folders and globs name, but for those that the config ignores.
 *
 * @param paths From the repository's root; none for the whole repository.
 */
export async function listDocuments(
  paths: readonly string[],
  ports: Ports,
): Promise<readonly string[]> {
  const found = new Set<string>()
  for (const path of paths.length === 0 ? [''] : paths) {
    for (const document of await expandPath(path, ports)) found.add(document)
  }
  const isIgnored = await compileIgnore(ports.config.ignore ?? [])
  return [...found].filter((path) => !isIgnored(path)).sort()
}

/** A path that was typed is taken at its word; in a folder, Markdown documents are looked for. */
async function expandPath(path: string, { tree }: Ports): Promise<readonly string[]> {
  const kind = path === '' ? 'directory' : tree.kindOf(path)
  if (kind === 'file') return [path]
  const prefix = path === '' ? '' : `${path}/`
  if (kind === 'directory') {
    return tree.files().filter((file) => file.startsWith(prefix) && isMarkdownPath(file))
  }
  const matches = isGlob(path) ? await matchFiles(tree, [path]) : []
  if (matches.length > 0) return matches.filter(isMarkdownPath)
  throw new CrossoffError(
    'file-missing',
    `\`${path}\` names no document, folder or file of the repository`,
  )
}

async function compileIgnore(globs: readonly string[]): Promise<(path: string) => boolean> {
  const tests = await Promise.all(globs.map(compileGlob))
  return (path) => tests.some((test) => test(path))
}
