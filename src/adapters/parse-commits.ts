import type { CommitDetails, Trailer } from '../changelog/commits/commit-details.ts'
import { decodePrintedName } from './file-name.ts'

/** The `--format` whose output, with `--name-only -z`, `parseCommits` reads. */
export const commitFormat = '%x00%H%x00%B%x00%(trailers:only,unfold)'

/**
 * Parses the output of `git log --name-only -z`.
 *
 * Pieces end with a zero byte. An empty one begins a commit, as no path is empty:
 *
 * ```text
 * ␀7c38…1f29␀feat: bake rye
 *
 * Cc: Bo
 * ␀Cc: Bo
 * ␀
 * TODO.md␀docs/rye.md␀
 * ```
 *
 * Git writes the line break before the first path.
 */
export function parseCommits(output: Buffer): CommitDetails[] {
  // A character a byte: pieces that are ASCII, which most are, then need no decoding.
  const pieces = output.toString('latin1').split('\0')
  const rest = pieces.pop() ?? ''
  if (rest !== '') throw unexpected(rest)
  const commits: CommitDetails[] = []
  for (let next = 0; next < pieces.length;) {
    const [start, commit = '', message, trailers] = pieces.slice(next, next + FIELDS)
    if (start !== '' || !HASH.test(commit) || message === undefined || trailers === undefined)
      throw unexpected(start === '' ? commit : (start ?? ''))
    const paths: string[] = []
    for (next += FIELDS; pieces[next]; next++) paths.push(pieces[next] ?? '')
    commits.push({
      commit,
      message: decodeText(message).replaceAll('\r\n', '\n'),
      trailers: decodeText(trailers).split('\n').filter(Boolean).map(parseTrailer),
      paths: paths.map((path, index) => decodePrintedName(index === 0 ? path.slice(1) : path)),
    })
  }
  return commits
}

/** Parses a trailer as git prints it; where a key was set, it may have ended with its mark. */
function parseTrailer(line: string): Trailer {
  const { key, value } = TRAILER.exec(line)?.groups ?? {}
  if (key === undefined || value === undefined) throw unexpected(line)
  return { key, value }
}

function decodeText(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

const FIELDS = commitFormat.split('%x00').length
/** SHA-1 or SHA-256, such as `e69de29bb2d1d6434b8b29ae775ad8c2e48c5391`. */
const HASH = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u
/** "Change-Id: I7e4c", "Bug #: 43", "Acked-by: : Ana" */
const TRAILER = /^(?<key>[^\s:=#]+(?: [^\s:=#]+)*)[ =#]*(?::[ ]+)?: ?(?<value>.*)$/u

function unexpected(text: string): Error {
  return new Error(`\`git log\` printed \`${text}\` where a commit was expected`)
}
