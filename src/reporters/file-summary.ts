/** What a plan does to a document. */
export interface FileSummary {
  readonly file: string
  /** Lines. */
  readonly added: number
  /** Lines. */
  readonly removed: number
  /** The change as a unified diff. */
  readonly patch: string
}
