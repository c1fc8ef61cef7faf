/** A file that is not what it was in a commit: changed, renamed, new, or gone. */
export interface FileDifference {
  /** The file in the commit; absent where it is new. */
  readonly before?: {
    /** Path from the repository's root. */
    readonly path: string
    /** Blob id; absent where it is no file: a symbolic link or a submodule. */
    readonly blob?: string
  }
  /** Path of the file as it is; absent where it is gone. */
  readonly path?: string
}
