import type { ReferencePattern } from '../document/reference-pattern.ts'
import type { Severity } from '../diagnostic.ts'
import type { LinkVerdict } from './link-verdict.ts'
import type { LinkTarget } from './parse-target.ts'
import type { RuleCode } from './rules.ts'
import type { SlugsName } from './slugs/index.ts'

/** Where the source of a URL stands in the repository. */
export interface Origin {
  /** File or directory, from the repository's root. */
  readonly path: string
  /** The renderer of its anchors; without it, the file's own. */
  readonly slugs?: SlugsName
}

/** What the config says of links. */
export interface LinkOptions {
  /**
   * The renderer of every document, or a function that tells the renderer of a path. Where neither
   * does: mdBook in the sources of a book, that of its site, that of the host, else GitHub.
   */
  readonly slugs?: SlugsName | ((file: string) => SlugsName | undefined)
  /** Renderers that show a document besides: links have to be alive on all. */
  readonly otherSlugs?: (file: string) => readonly SlugsName[]
  /** Host that shows the repository, in lower case; absent where nobody knows one. */
  readonly host?: string
  /** URL prefixes and their sources; the longest prefix of a URL wins. */
  readonly origins?: Readonly<Record<string, string | Origin>>
  /** Texts that stand for a target. */
  readonly references?: readonly ReferencePattern[]
  /** Proves an address on the web without an origin; `undefined` where nothing is known of it. */
  readonly remote?: (target: LinkTarget) => LinkVerdict | undefined
  /** Whether `[[Page]]` is a link. */
  readonly hasWikiLinks?: boolean
  /** Whether a heading keeps the anchor that it had, rather than links being changed. */
  readonly keepsAnchors?: boolean
  /** Tells whether a path was in the repository once; absent where nobody asks. */
  readonly wasTracked?: (path: string) => boolean
  /** How much findings matter, by their code. */
  readonly rules?: Readonly<Partial<Record<RuleCode, Severity | 'off'>>>
  /** Tells whether a path is in the work tree; absent where it is not the index that is looked at. */
  readonly isUnstaged?: (path: string) => boolean
}
