import type { ChangelogConfig } from '../changelog/changelog-config.ts'
import type { LinkOptions } from '../links/link-options.ts'
import type { RemoteConfig } from '../remote/remote-config.ts'
import type { SlugsName } from '../links/slugs/index.ts'

/** A renderer, or several, of which links have to be alive on each; the first is the one that repairs go by. */
export type SlugsChoice = SlugsName | readonly SlugsName[]

/** What a repository says of its documents; every key may be left out. */
export interface Config {
  /** The documents of items, as paths or globs. */
  readonly documents?: readonly string[]
  /** Names that own an item where they stand in parentheses at the end of a line. */
  readonly owners?: readonly string[]
  /** Texts that stand for a target: `{ "cl/{number}": "https://cl.example.org/{number}" }`. */
  readonly references?: Readonly<Record<string, string>>
  /** The renderer whose rules make anchors: one for all, or by the glob of the documents. */
  readonly slugs?: SlugsChoice | Readonly<Record<string, SlugsChoice>>
  /** Whether repairs keep the anchor that a heading had, rather than change links to it. */
  readonly keepAnchors?: boolean
  /** Whether `[[Page]]` is a link, as in a wiki. */
  readonly wikiLinks?: boolean
  /** URL prefixes and the files of the repository that they are made from. */
  readonly origins?: NonNullable<LinkOptions['origins']>
  /** How much a finding matters, by its code; `off` where it does not. */
  readonly rules?: NonNullable<LinkOptions['rules']>
  /** Globs of documents that are not checked. */
  readonly ignore?: readonly string[]
  /** Where `archive` puts items. */
  readonly archive?: ArchivePlace
  /** How links to the web are asked for. */
  readonly remote?: RemoteConfig
  /** How the changelog is made. */
  readonly changelog?: ChangelogConfig
}

/** Where `archive` puts items. */
export interface ArchivePlace {
  /** Title of the section. */
  readonly to?: string
  /** The document, where it is another. */
  readonly file?: string
}
