import { decodePrintedName } from './file-name.ts'
import { parseGitDate } from './parse-git-date.ts'
import { parseRawChange, type RawChange } from './parse-raw-change.ts'

/** A commit, and what it changed. */
export interface RawCommit {
  readonly commit: string
  /** Ids of all parents; none for a root, and at the boundary of a shallow clone. */
  readonly parents: readonly string[]
  /** Author date, ISO 8601; the epoch where the commit has none that can be read. */
  readonly date: string
  readonly author: string
  readonly email: string
  readonly subject: string
  /** What changed, by path: a map for each parent that the commit differs from, in their order. */
  readonly sides: readonly ReadonlyMap<string, RawChange>[]
}

/** The `--format` whose output, with `--raw -z`, `parseRawLog` reads. */
export const rawLogFormat = '%H%x00%P%x00%aI%x00%an%x00%ae%x00%s'

/**
 * Parses the output of `git log --raw -z`.
 *
 * Pieces end with a zero byte, which neither a commit nor a path can hold; one that begins with a
 * colon, where a hash could stand, is a change, and its path follows.
 *
 * ```text
 * 7c38…1f29␀aab2…4dfc␀2024-02-29T12:00:00+00:00␀Ada␀ada@example.org␀docs: sow peas␀
 * :100644 100644 a5cd…95fa 7de8…6d83 M␀TODO.md␀
 * ```
 *
 * The line breaks above are for the reader; git writes one before the first colon of a commit. A
 * merge is printed once for each parent that it differs from.
 */
export function parseRawLog(output: Buffer): RawCommit[] {
  // A character a byte: pieces that are ASCII, which most are, then need no decoding.
  const pieces = output.toString('latin1').split('\0')
  const rest = pieces.pop() ?? ''
  if (rest !== '') throw unexpected(rest)
  const commits: RawCommit[] = []
  for (let next = 0; next < pieces.length;) {
    const fields = pieces.slice(next, next + FIELDS)
    const changes = new Map<string, RawChange>()
    for (next += FIELDS; isChange(pieces[next]); next += 2) {
      addChange(pieces[next], pieces[next + 1], changes)
    }
    const last = commits.at(-1)
    if (last === undefined || last.commit !== fields[0]) commits.push(commitOf(fields, [changes]))
    else commits[commits.length - 1] = { ...last, sides: [...last.sides, changes] }
  }
  return commits
}

const FIELDS = rawLogFormat.split('%x00').length

function isChange(piece = ''): boolean {
  return piece.startsWith(':') || piece.startsWith('\n:')
}

function addChange(piece = '', path: string | undefined, changes: Map<string, RawChange>): void {
  const change = parseRawChange(piece.trimStart())
  if (change === undefined || path === undefined) throw unexpected(piece)
  changes.set(isAscii(path) ? path : decodePrintedName(path), change)
}

function commitOf(fields: readonly string[], sides: RawCommit['sides']): RawCommit {
  const [commit = '', parents = '', date = '', author = '', email = '', subject] = fields
  if (subject === undefined || !HASH.test(commit)) throw unexpected(commit)
  return {
    commit,
    parents: parents === '' ? [] : parents.split(' '),
    date: parseGitDate(date),
    author: decodeText(author),
    email: decodeText(email),
    subject: decodeText(subject),
    sides,
  }
}

function decodeText(bytes: string): string {
  return isAscii(bytes) ? bytes : Buffer.from(bytes, 'latin1').toString('utf8')
}

function isAscii(bytes: string): boolean {
  return !BEYOND_ASCII.test(bytes)
}

/** Such as `é`. */
const BEYOND_ASCII = /[\u0080-\u00ff]/u
/** SHA-1 or SHA-256, such as `e69de29bb2d1d6434b8b29ae775ad8c2e48c5391`. */
const HASH = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u

function unexpected(text: string): Error {
  return new Error(`\`git log\` printed \`${text}\` where a commit or a change was expected`)
}
