/** A file that the next commit would change. */
export interface StagedFile {
  /** Where it stands; where it stood, if the commit would remove it. */
  readonly path: string
  /** Where it stood in the last commit, if that was elsewhere. */
  readonly from?: string
  /** Blob id in the last commit; `undefined` where it has no such file. */
  readonly before: string | undefined
  /** Blob id in the index; `undefined` where the commit would remove it. */
  readonly after: string | undefined
}
