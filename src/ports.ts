/** What a path leads to. */
export type FileKind = 'file' | 'directory'

/**
 * The files of one repository, as the pure code sees them.
 *
 * Paths go from the repository's root, with `/`, without `./`, and in the letter case that the
 * repository has them in, on every system. The root itself is the empty path.
 */
export interface FileTree {
  /** Tells what stands at a path; `undefined` where nothing does in exactly that letter case. */
  kindOf(path: string): FileKind | undefined
  /** Names in a directory, files and directories alike, sorted by code unit; none where it is absent. */
  list(directory: string): readonly string[]
  /** Reads a file's bytes; `undefined` where there is none. */
  read(path: string): Uint8Array | undefined
  /** All files that the repository tracks (outside git: that a walk finds), sorted by code unit. */
  files(): readonly string[]
}
