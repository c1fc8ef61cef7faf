import type { TypeTable } from './classify-entry.ts'
import type { ReferenceLinkOptions } from './commits/create-reference-links.ts'

/** What a config says of the changelog; every key may be left out. */
export interface ChangelogConfig extends ReferenceLinkOptions {
  /** The changelog itself, as a path. */
  readonly file?: string
  /** File of overrides: what people say of entries. */
  readonly overrides?: string
  /** Where entries are filed, by the type of their commit, or by their outcome. */
  readonly types?: TypeTable
  /** Tags that are releases: `v{version}`; or such forms by globs of documents. */
  readonly tags?: string | Readonly<Record<string, string>>
  /** Module that writes entries, as a path. */
  readonly template?: string
}
