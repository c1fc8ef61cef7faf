/** Which tags are releases. */
export interface ReleaseTags {
  /** Form of the tags: `v{version}`; absent for the usual ones. */
  readonly form?: string | undefined
  /** Versions of pre-releases that count as releases; others do not. */
  readonly preReleases?: readonly string[] | undefined
}
