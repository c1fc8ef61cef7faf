import { dirname, join } from 'node:path/posix'
import type { FileTree } from '../ports.ts'
import { memoize } from './memoize.ts'
import { sites } from './sites/index.ts'
import type { SiteDefinition } from './sites/site-definition.ts'
import type { SlugsName } from './slugs/index.ts'

/** A site that documents are rendered into. */
export interface Site {
  /** The generator, as its makers write it. */
  readonly title: string
  /** Whose anchors its pages have; absent where nobody knows. */
  readonly slugs: SlugsName | undefined
  /** Lists what a link may mean beside a file from the document's own directory. */
  pathsOf(path: string, fromFile: string): readonly string[]
}

/** Makes a function that finds the site that a file is probably rendered into, the nearest. */
export function findSite(files: FileTree): (file: string) => Site | undefined {
  const siteAt = memoize((directory): Site | undefined => {
    const names = files.list(directory)
    const found = Object.values(sites).find(({ isRoot }) => isRoot(names))
    if (found !== undefined) return toSite(found, directory, files)
    if (directory === '') return undefined
    return siteBeside(directory, files) ?? siteAt(parentOf(directory))
  })
  return (file) => siteAt(parentOf(file))
}

/** Finds the site that has a directory as its content, and stands beside it: `website` beside `docs`. */
function siteBeside(directory: string, files: FileTree): Site | undefined {
  for (const root of BESIDE.map((name) => join(parentOf(directory), name))) {
    if (root === directory || files.kindOf(root) !== 'directory') continue
    const names = files.list(root)
    const found = Object.values<SiteDefinition>(sites).find(
      ({ isRoot, takesIn }) => isRoot(names) && takesIn?.(root, directory, files) === true,
    )
    if (found !== undefined) return toSite(found, root, files)
  }
  return undefined
}

/** What the directory of a site is called that has its documents beside it. */
const BESIDE = ['website', 'site', 'docs-site', 'docusaurus']

function toSite({ title, slugsAt, pathsAt }: SiteDefinition, root: string, files: FileTree): Site {
  const pathsOf = pathsAt?.(root, files) ?? (() => [])
  return { title, slugs: slugsAt?.(root, files), pathsOf }
}

function parentOf(path: string): string {
  const parent = dirname(path)
  return parent === '.' ? '' : parent
}
