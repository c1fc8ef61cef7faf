/** A release, as a tag names it. */
export interface Release {
  /** As the tag says: `1.4.0`. */
  readonly version: string
  /** Name of the tag: `v1.4.0`. */
  readonly tag: string
  /** Hash of the commit that it names. */
  readonly commit: string
  /** When the tag was made, or else its commit; ISO 8601 with the offset from UTC. */
  readonly date: string
}
