/**
 * Reads how many milliseconds a `robots.txt` wants between two requests of a program; `undefined` where it
 * does not say.
 *
 * The delay is in no standard, and means seconds to all who heed it. Groups are found as
 * https://www.rfc-editor.org/rfc/rfc9309#section-2.2.1 says: all that name the program count as one, and
 * those for everybody only where none does.
 *
 * @param program What it is called, in lower case.
 */
export function parseCrawlDelay(text: string, program: string): number | undefined {
  const groups = parseGroups(text)
  const own = groups.filter(({ names }) => names.includes(program))
  const heeded = own.length > 0 ? own : groups.filter(({ names }) => names.includes('*'))
  const delays = heeded.flatMap(({ delays: each }) => each)
  return delays.length === 0 ? undefined : Math.min(Math.max(...delays) * 1000, LONGEST_DELAY)
}

/** Nutch and Bing heed no more than half a minute either. */
const LONGEST_DELAY = 30_000

interface Group {
  readonly names: string[]
  /** In seconds. */
  readonly delays: number[]
  /** Whether it has rules, so that another name begins another group. */
  hasRules: boolean
}

function parseGroups(text: string): readonly Group[] {
  const groups: Group[] = []
  for (const line of text.split(/\r\n?|\n/u)) {
    const [record = ''] = line.split('#')
    const colon = record.indexOf(':')
    const key = record.slice(0, Math.max(0, colon)).trim().toLowerCase()
    const value = record.slice(colon + 1).trim()
    let group = groups.at(-1)
    if (key === 'user-agent') {
      if (group === undefined || group.hasRules) {
        group = { names: [], delays: [], hasRules: false }
        groups.push(group)
      }
      group.names.push((NAME.exec(value)?.[0] ?? '').toLowerCase())
    } else if (group !== undefined && RULES.has(key)) {
      group.hasRules = true
      if (key === 'crawl-delay' && SECONDS.test(value)) group.delays.push(Number(value))
    }
  }
  return groups
}

const RULES: ReadonlySet<string> = new Set(['allow', 'disallow', 'crawl-delay'])

/** "crossoff/1.0" */
const NAME = /^(?:\*|[\w-]+)/u

/** "2.5" */
const SECONDS = /^\d{1,6}(?:\.\d{1,6})?$/u
