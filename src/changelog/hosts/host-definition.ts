import type { Remote } from '../commits/remote.ts'

/** Where a forge shows what commits refer to; a page that it does not have is left out. */
export interface HostDefinition {
  /** One sentence, as the reference shows it. */
  readonly summary: string
  /** URL of the rules that are followed. */
  readonly source: string
  /** What stands before the number of a request; an issue has `#` everywhere. */
  readonly requestSign: '#' | '!'
  /** Tells by its URL whether a repository is kept there. */
  accepts(remote: Remote): boolean
  /** URL of a commit, by its hash, which may be shortened. */
  commit(remote: Remote, hash: string): string
  /** URL of an issue. */
  readonly issue?: (remote: Remote, number: string) => string
  /** URL of a pull request, a merge request, or a change under review. */
  readonly request?: (remote: Remote, number: string) => string
  /** URL of a change, by its Change-Id. */
  readonly change?: (remote: Remote, changeId: string) => string
}
