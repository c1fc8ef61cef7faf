import { describe, expect, it } from 'vitest'
import type { Release } from '../../../src/changelog/commits/release.ts'
import { traceCommits } from '../../../src/changelog/commits/trace-commits.ts'

/** Traces commits in words, `c: a b` having two parents; tags as `1.0 at a`. */
function trace(commits: readonly string[], tags: readonly string[] = []): Record<string, string> {
  const nodes = commits.map((line) => {
    const [commit = '', ...parents] = line.split(/[: ]+/u)
    return { commit, parents: parents.filter(Boolean) }
  })
  const releases = tags.map((line): Release => {
    const [version = '', commit = ''] = line.split(' at ')
    return { version, tag: `v${version}`, commit, date: '' }
  })
  const graph = traceCommits(nodes, releases)
  return {
    merges: tell(graph.mergeOf),
    in: tell(new Map([...graph.releaseOf].map(([commit, { version }]) => [commit, version]))),
    releases: graph.releases.map(({ version }) => version).join(' '),
  }
}

function tell(owners: ReadonlyMap<string, string>): string {
  return [...owners]
    .map((pair) => pair.join(' '))
    .sort()
    .join(', ')
}

describe('traceCommits', () => {
  it('should find no merge and no release on one line without tags', () => {
    expect(trace(['b: a', 'a:'])).toEqual({ merges: '', in: '', releases: '' })
    expect(trace([])).toEqual({ merges: '', in: '', releases: '' })
  })

  it('should tell the merge that brought a commit to the first-parent line', () => {
    const nodes = ['n: m', 'm: b y', 'y: x i', 'i: x', 'x: a', 'b: a', 'a:']
    expect(trace(nodes).merges).toBe('i m, x m, y m')
  })

  it('should tell the oldest merge where later ones have the commit too', () => {
    expect(trace(['n: m y', 'y: x', 'm: a x', 'x: a', 'a:']).merges).toBe('x m, y n')
  })

  it('should tell of a merge with many parents, and of one that has no common past', () => {
    expect(trace(['m: a x y z', 'x: a', 'y: a', 'z:', 'a:']).merges).toBe('x m, y m, z m')
  })

  it('should tell the release that has a commit first', () => {
    expect(trace(['d: c', 'c: b', 'b: a', 'a:'], ['2.0 at c', '1.0 at a'])).toEqual({
      merges: '',
      in: 'a 1.0, b 2.0, c 2.0',
      releases: '2.0 1.0',
    })
  })

  it('should tell a release of a branch that was merged', () => {
    const nodes = ['m: c y', 'c: b', 'y: x', 'x: a', 'b: a', 'a:']
    expect(trace(nodes, ['1.0 at a', '1.0.1 at y', '1.1 at c', '1.2 at m'])).toEqual({
      merges: 'x m, y m',
      in: 'a 1.0, b 1.1, c 1.1, m 1.2, x 1.0.1, y 1.0.1',
      releases: '1.2 1.1 1.0.1 1.0',
    })
  })

  it('should leave out releases that do not lead to the tip', () => {
    expect(trace(['b: a', 'a:'], ['1.0 at elsewhere', '0.9 at a']).releases).toBe('0.9')
  })

  it('should take the release before its candidates where both are one commit', () => {
    expect(trace(['b: a', 'a:'], ['1.0-rc1 at b', '1.0 at b', '2.0 at b'])).toEqual({
      merges: '',
      in: 'a 1.0, b 1.0',
      releases: '1.0 2.0 1.0-rc1',
    })
  })

  it('should end at the edge of a shallow clone', () => {
    expect(trace(['m: b x', 'b: gone', 'x: lost'], ['1.0 at b'])).toMatchObject({ releases: '1.0' })
  })

  it('should follow a line of any length', () => {
    const nodes = Array.from({ length: 50_000 }, (_, index) => `${index}: ${index + 1}`)
    expect(trace(nodes, ['1.0 at 0']).in?.split(', ')).toHaveLength(50_000)
  })
})
