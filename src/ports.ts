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
  /** Tells whether symbolic links take a path out of the repository; absent where there are none. */
  leadsOutside?(path: string): boolean
  /** All files that the repository tracks (outside git: that a walk finds), sorted by code unit. */
  files(): readonly string[]
}

/** A file as it shall be. */
export interface FileChange {
  /** Path from the repository's root. */
  readonly path: string
  /** The bytes that the change was made from; absent for a file that is not there yet. */
  readonly before?: Uint8Array
  readonly after: Uint8Array
}

/** Changes files: all of them, or none. */
export interface FileWriter {
  /**
   * Puts every file in place at once.
   *
   * Throws `file-changed` where a file is no longer what its change was made from, and `file-io`
   * where the system refuses; every file then is as it was.
   */
  write(changes: readonly FileChange[]): void
}
