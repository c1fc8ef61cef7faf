import type { Release } from './release.ts'

/** A commit and its parents, as hashes. */
export interface CommitNode {
  readonly commit: string
  readonly parents: readonly string[]
}

/** Which merge brought a commit, and which release has it. */
export interface CommitGraph {
  /** By the commits of branches, the commit that merged them into the first-parent line. */
  readonly mergeOf: ReadonlyMap<string, string>
  /** By commits, the release that has them first; those of no release are left out. */
  readonly releaseOf: ReadonlyMap<string, Release>
  /** Newest first. */
  readonly releases: readonly Release[]
}
