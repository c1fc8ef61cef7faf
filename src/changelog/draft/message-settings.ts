/** What git does with the message of the commit that is being made. */
export interface MessageSettings {
  /** What a comment begins with: `core.commentString`; `auto` where git chooses it by the text. */
  readonly commentString: string
  /** How the message is cleaned up, `commit.cleanup`; `default` where nothing is said. */
  readonly cleanup: string
  /** Whether somebody is going to see the message in an editor. */
  readonly hasEditor: boolean
  /** Whether git makes a commit of others: in a merge, a rebase, a cherry-pick or a revert. */
  readonly isReplay: boolean
}
