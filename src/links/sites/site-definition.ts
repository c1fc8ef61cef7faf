import type { FileTree } from '../../ports.ts'
import type { SlugsName } from '../slugs/index.ts'

/** How a generator of sites is told by the files of a repository. */
export interface SiteDefinition {
  /** One sentence, as the reference shows it. */
  readonly summary: string
  /** As its makers write it. */
  readonly title: string
  /** Tells whether a directory with these names is the root of a site. */
  isRoot(names: readonly string[]): boolean
  /**
   * Tells whether the site in a directory beside others has one of those as its content, too.
   *
   * Without it, a site has nothing but what is below it.
   */
  takesIn?(root: string, directory: string, files: FileTree): boolean
  /** Paths of the files that its settings are read from; absent where none are. */
  readonly settings?: RegExp
  /**
   * Tells whose anchors the pages have; `undefined` where the settings change them.
   *
   * Without it, nobody knows.
   */
  slugsAt?(root: string, files: FileTree): SlugsName | undefined
  /**
   * Makes a function that lists what a link may mean beside a file from the document's own directory:
   * paths from the repository's root, best first.
   *
   * Without it, there is nothing else.
   */
  pathsAt?(root: string, files: FileTree): (path: string, fromFile: string) => readonly string[]
}
