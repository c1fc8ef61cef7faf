import type { CommitGraph, CommitNode } from '../changelog/commits/commit-graph.ts'
import { isPreRelease } from '../changelog/commits/is-pre-release.ts'
import { readVersion } from '../changelog/commits/read-version.ts'
import type { Release } from '../changelog/commits/release.ts'
import { traceCommits } from '../changelog/commits/trace-commits.ts'
import { collectGit } from './collect-git.ts'
import { parseGitDate } from './parse-git-date.ts'

/** Which commits a graph is made of. */
export interface GraphQuery {
  /** Revision whose first parents are the line that others were merged into. */
  readonly from: string
  /** Forms of the tags that name releases: `v{version}`. */
  readonly tags: readonly string[]
  /** Versions of pre-releases that count as releases; others do not. */
  readonly preReleases?: readonly string[] | undefined
}

/**
 * Loads which merge brought each commit that leads to a revision, and which release has it first.
 *
 * Throws `git` where the revision is none.
 */
export async function loadGraph(
  root: string,
  { from, tags, preReleases = [] }: GraphQuery,
  environment: NodeJS.ProcessEnv,
): Promise<CommitGraph> {
  const [commits, refs] = await Promise.all([
    loadLines(root, [...listArguments, from, '--'], environment),
    loadLines(root, tagArguments, environment),
  ])
  return traceCommits(
    commits.map(parseNode),
    refs
      .flatMap((line) => readTag(line, tags))
      .filter(({ version }) => !isPreRelease(version) || preReleases.includes(version)),
  )
}

/** By date where nothing else tells, so that of two branches the older release comes first. */
const listArguments = ['rev-list', '--parents', '--date-order', '--end-of-options']

const tagArguments = [
  'for-each-ref',
  `--format=${[
    '%(refname:strip=2)',
    '%(objecttype)',
    '%(objectname)',
    '%(*objecttype)',
    '%(*objectname)',
    '%(creatordate:iso-strict)',
  ].join('%00')}`,
  'refs/tags/',
]

async function loadLines(
  root: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<string[]> {
  const { output, failure } = await collectGit(root, args, environment)
  if (failure !== undefined) throw failure
  return output.toString('utf8').split('\n').filter(Boolean)
}

/** Such as `7c38…1f29 aab2…4dfc`: a commit, then its parents. */
function parseNode(line: string): CommitNode {
  const [commit = '', ...parents] = line.split(' ')
  return { commit, parents }
}

/** Such as `v1.4.0␀tag␀7c38…1f29␀commit␀aab2…4dfc␀2024-02-29T12:00:00+00:00`. */
function readTag(line: string, patterns: readonly string[]): Release[] {
  const [tag = '', type, object = '', taggedType, tagged = '', date = ''] = line.split('\0')
  const version = readVersion(tag, patterns)
  if (version === undefined || (type !== 'commit' && taggedType !== 'commit')) return []
  const commit = type === 'commit' ? object : tagged
  return [{ version, tag, commit, date: parseGitDate(date) }]
}
