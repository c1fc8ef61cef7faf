import type { CommitDetails } from './commit-details.ts'
import type { Release } from './release.ts'

/** What a repository tells of its commits, beside the history of a document. */
export interface CommitSource {
  /**
   * Starts with what can be loaded before it is known which commits are asked for, so that it runs
   * beside other work. What fails is told to who asks for it.
   */
  prepare(): void
  /**
   * Tells what commits say, by their hashes: with the merge that brought each, and its release.
   *
   * Throws `git` where there is no such commit.
   */
  details(ids: Iterable<string>): Promise<ReadonlyMap<string, CommitDetails>>
  /** Tells the releases that lead to the tip, newest first. */
  releases(): Promise<readonly Release[]>
  /** Tells the URL of the remote, without what may be a secret; `undefined` where there is none. */
  remote(): Promise<string | undefined>
}
