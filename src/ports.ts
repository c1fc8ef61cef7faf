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

/** The files that the next commit would have. */
export interface IndexTree extends FileTree {
  /** Reads files at once that will be asked for; those that are not there are passed over. */
  load(paths: readonly string[]): Promise<void>
  /** Blob id of a file; `undefined` where there is none. */
  idOf(path: string): string | undefined
  /** Files that a merge left in conflict: our own version is read. */
  readonly unmerged: readonly string[]
  /** Files that git was told not to look at in the work tree. */
  readonly held: readonly string[]
}

/** A file as it shall be. */
export interface FileChange {
  /** Path from the repository's root. */
  readonly path: string
  /** The bytes that the change was made from; absent for a file that is not there yet. */
  readonly before?: Uint8Array
  readonly after: Uint8Array
}

/** Another version of a file in the index. */
export interface IndexChange {
  /** Path from the repository's root. */
  readonly path: string
  /** Blob id of what the change was made from. */
  readonly before: string
  readonly after: Uint8Array
}

/** A text, and two that were made from it. */
export interface TextVersions {
  readonly base: Uint8Array
  readonly ours: Uint8Array
  readonly theirs: Uint8Array
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
