import { readWrittenDate } from './release-date.ts'

/** What the title of a release says. */
export interface ReleaseTitle {
  /** Without a `v` before it; absent where the title names none. */
  readonly version?: string
  /** ISO 8601 calendar date; absent where the title has none. */
  readonly date?: string
  /** Whether it stands for what is not released yet. */
  readonly isUnreleased: boolean
}

/**
 * Reads the title of a section as that of a release; `undefined` where it is none.
 *
 * `[1.2.0] - 2024-05-01`, `v1.2.0 (2024-05-01)`, `oven@1.2.0`, `2024-05-01`, `Unreleased`, `1.3.0 (unreleased)`.
 */
export function parseReleaseTitle(title: string): ReleaseTitle | undefined {
  const written = readWrittenDate(title)
  const dateless =
    written === undefined
      ? title.replace(NO_DATE, ' tbd ')
      : `${title.slice(0, written.start)} ${title.slice(written.end)}`
  const words = dateless.split(SEPARATOR).filter((word) => word !== '')
  const { version, rest } = readVersion(words)
  // What has a date is out, whatever its version says.
  const isSnapshot = written === undefined && SNAPSHOT.test(version ?? '')
  const isUnreleased = isSnapshot || isPending(rest, version)
  if (version === undefined && !isUnreleased && (written === undefined || rest.length > 0))
    return undefined
  return {
    ...(version !== undefined && { version }),
    ...(written !== undefined && { date: written.date }),
    isUnreleased,
  }
}

/** "2024-xx-xx", which stands for a day that nobody knows */
const NO_DATE = /(?:\d{4}|x{4}|y{4}|\?{4})-(?:xx|mm|\?\?)-(?:xx|dd|\?\?)/iu

/** "2.0.0-SNAPSHOT" */
const SNAPSHOT = /-(?:dev|snapshot)$/iu

/** What stands between the words of a title: "] - " */
const SEPARATOR = /(?:[\s[\](),:;|–—/*_~"'`]|-(?=\s|$)|(?<=\s)-|[^\p{L}\p{N}@.+\-\s])+/u

interface Split {
  readonly version?: string
  /** The other words, in lower case. */
  readonly rest: readonly string[]
}

/** A title that begins with a version, or names it behind one word, that of a package or `Version`. */
function readVersion(words: readonly string[]): Split {
  const lower = words.map((word) => word.toLowerCase())
  for (const place of [0, 1]) {
    const version = parseVersion(words[place] ?? '')
    const rest = lower.toSpliced(place, 1)
    if (version === undefined) continue
    const isWordOfIt = place === 1 && !PENDING.has(lower[0] ?? '')
    const others = isWordOfIt ? rest.slice(1) : rest
    const isPlain = others.every((word) => KNOWN.has(word) || PENDING.has(word))
    const isTitled = place === 0 || TITLES.has(lower[0] ?? '')
    const isNamed = isTitled && version.split('.').length > 2
    if (isPlain || isNamed) return { version, rest: others }
  }
  return { rest: lower }
}

/** Reads a word as a version: `v1.2.0-rc.1`, `oven@1.2.0`; `undefined` where it is none. */
function parseVersion(word: string): string | undefined {
  const bare = word.slice(word.lastIndexOf('@') + 1)
  return VERSION.exec(bare)?.[1] ?? MAJOR.exec(bare)?.[1]
}

/** "v1.2.0-rc.1" */
const VERSION = /^v?\.?(\d+(?:\.\d+){1,4}(?:[-+]?[a-z][a-z\d.+-]*|[-+.]\d[a-z\d.+-]*)?)\.?$/iu

/** "v5" */
const MAJOR = /^v(\d+)$/iu

/** Words that say of the next one that it is a version. */
const TITLES: ReadonlySet<string> = new Set(['version', 'release'])

/** Words that may stand beside a version and say nothing of what it is. */
const KNOWN: ReadonlySet<string> = new Set([
  'yanked',
  'released',
  'release',
  'release-date',
  'on',
  'date',
  'current',
  'latest',
  'stable',
  'beta',
  'alpha',
  'preview',
  'pre-release',
  'prerelease',
  'lts',
  'deprecated',
])

/** Words that say beside a version that it is to come. */
const PENDING: ReadonlySet<string> = new Set([
  'unreleased',
  'upcoming',
  'next',
  'tbd',
  'tba',
  'dev',
  'wip',
  'development',
  'in',
  'progress',
  'not',
  'yet',
  'to',
  'be',
  'coming',
  'soon',
])

/** Whole titles that stand for what is to come. */
const UPCOMING: ReadonlySet<string> = new Set([
  'next',
  'vnext',
  'v.next',
  'next release',
  'next version',
  'upcoming',
  'upcoming release',
  'upcoming version',
  'upcoming changes',
  'coming soon',
  'current',
  'unpublished',
  'head',
  'main',
  'master',
  'trunk',
  'develop',
  'dev',
  'development',
  'in development',
  'work in progress',
  'in progress',
  'wip',
  'to be released',
  'not yet released',
  'tbd',
])

function isPending(rest: readonly string[], version: string | undefined): boolean {
  if (rest.includes('unreleased') && rest.length <= MOST_WORDS) return true
  if (version === undefined) return UPCOMING.has(rest.join(' '))
  return rest.some((word) => PENDING.has(word) && !SMALL.has(word))
}

/** Longer titles that hold the word are sentences. */
const MOST_WORDS = 4

/** These mean nothing alone. */
const SMALL: ReadonlySet<string> = new Set(['in', 'to', 'be', 'yet'])
