import { groupBy } from '../../group-by.ts'
import type { CommitGraph, CommitNode } from './commit-graph.ts'
import type { Release } from './release.ts'

/**
 * Traces which merge brought each commit, and which release has it first, in time that grows with
 * their number alone.
 *
 * From the oldest merge (or release) to the newest, all that leads to it and has no owner yet is its
 * own: behind what has one, all has.
 *
 * @param nodes Newest first, a commit before its parents; the first is the tip. A parent that is not
 * among them is the edge of a shallow clone.
 * @param tags Releases in any order; those of commits that do not lead to the tip are left out.
 */
export function traceCommits(nodes: readonly CommitNode[], tags: readonly Release[]): CommitGraph {
  // From here on a commit is its place: to look up hashes again and again would take most of the time.
  const placeOf = new Map(nodes.map(({ commit }, place) => [commit, place]))
  const parentsOf = nodes.map(({ parents }) =>
    parents.map((parent) => placeOf.get(parent)).filter((place) => place !== undefined),
  )
  const releases = orderReleases(nodes, tags)
  // Of several at one commit, the first of them is set last.
  const releaseAt = new Map(
    releases.toReversed().map((release) => [placeOf.get(release.commit) ?? NONE, release]),
  )
  const mergedBy = claimAll(firstParents(parentsOf), parentsOf)
  const releasedBy = claimAll([...releaseAt.keys()].reverse(), parentsOf)
  const mergeOf = new Map<string, string>()
  const releaseOf = new Map<string, Release>()
  for (const [place, { commit }] of nodes.entries()) {
    const merge = nodes[mergedBy[place] ?? NONE]?.commit
    if (merge !== undefined && merge !== commit) mergeOf.set(commit, merge)
    const release = releaseAt.get(releasedBy[place] ?? NONE)
    if (release !== undefined) releaseOf.set(commit, release)
  }
  return { mergeOf, releaseOf, releases }
}

/** By the place of a commit, those of its parents. */
type Parents = readonly (readonly number[])[]

const NONE = -1

/** The tip, its first parent, and so on. */
function firstParents(parentsOf: Parents): number[] {
  const line: number[] = []
  for (let next = parentsOf.length === 0 ? undefined : 0; next !== undefined;) {
    line.push(next)
    next = parentsOf[next]?.[0]
  }
  return line
}

/**
 * Gives to each owner, from the oldest on, itself and all that leads to it and has no owner yet.
 *
 * @param owners Places of commits, in the order of the nodes.
 * @returns The owner of each place, or -1.
 */
function claimAll(owners: readonly number[], parentsOf: Parents): Int32Array {
  const ownerOf = new Int32Array(parentsOf.length).fill(NONE)
  for (const owner of owners) ownerOf[owner] = owner
  for (const owner of owners.toReversed()) {
    const left = [owner]
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
      for (const parent of parentsOf[next] ?? []) {
        if (ownerOf[parent] !== NONE) continue
        ownerOf[parent] = owner
        left.push(parent)
      }
    }
  }
  return ownerOf
}

/** Puts releases in the order of their commits; at one commit, a release goes before its candidates. */
function orderReleases(nodes: readonly CommitNode[], tags: readonly Release[]): Release[] {
  const tagsOf = groupBy(tags, ({ commit }) => commit)
  return nodes.flatMap(({ commit }) =>
    (tagsOf.get(commit) ?? []).toSorted(
      (one, other) => one.version.length - other.version.length || (one.tag < other.tag ? -1 : 1),
    ),
  )
}
