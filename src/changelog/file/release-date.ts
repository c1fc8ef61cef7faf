/** A date in a heading, and the form that it is written in. */
export interface WrittenDate {
  /** ISO 8601 calendar date. */
  readonly date: string
  /** UTF-16 offset of its first character. */
  readonly start: number
  /** UTF-16 offset behind its last one. */
  readonly end: number
  /** Writes another date in the same form. */
  readonly render: (date: string) => string
}

/** Reads the first date of a heading, in one of the forms that changelogs are written in. */
export function readWrittenDate(text: string): WrittenDate | undefined {
  for (const { pattern, read, render } of FORMS) {
    const match = pattern.exec(text)
    const date = match === null ? undefined : toIso(read(match.groups ?? {}))
    if (match === null || date === undefined) continue
    const [written] = match
    return {
      date,
      start: match.index,
      end: match.index + written.length,
      render: (other) => render(readParts(other), written),
    }
  }
  return undefined
}

interface Parts {
  readonly year: number
  readonly month: number
  readonly day: number
}

type Groups = Readonly<Record<string, string | undefined>>

interface Form {
  readonly pattern: RegExp
  readonly read: (groups: Groups) => Parts
  readonly render: (parts: Parts, written: string) => string
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** The patterns begin and end at digits and letters, so that no date is a part of a version. */
const FORMS: readonly Form[] = [
  {
    // "2024-05-01"
    pattern: /(?<![\d.-])(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?![\d.-])/u,
    read: readNumbers,
    render: ({ year, month, day }) => [year, pad(month), pad(day)].join('-'),
  },
  {
    // "2024/05/01"
    pattern: /(?<![\d.])(?<year>\d{4})\/(?<month>\d{1,2})\/(?<day>\d{1,2})(?![\d.])/u,
    read: readNumbers,
    render: ({ year, month, day }) => [year, pad(month), pad(day)].join('/'),
  },
  {
    // "May 1st, 2024"
    pattern:
      /(?<![\p{L}\d])(?<name>\p{L}{3,9})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})(?!\d)/u,
    read: readNamed,
    render: ({ year, month, day }, written) =>
      `${nameOf(month, written)} ${day}${written.includes(',') ? ',' : ''} ${year}`,
  },
  {
    // "1 May 2024"
    pattern:
      /(?<!\d)(?<day>\d{1,2})(?:st|nd|rd|th)? (?<name>\p{L}{3,9})\.?,? (?<year>\d{4})(?!\d)/u,
    read: readNamed,
    render: ({ year, month, day }, written) => `${day} ${nameOf(month, written)} ${year}`,
  },
]

function readNumbers({ year, month, day }: Groups): Parts {
  return { year: Number(year), month: Number(month), day: Number(day) }
}

function readNamed({ name = '', year, day }: Groups): Parts {
  const start = name.slice(0, 3).toLowerCase()
  const month = MONTHS.findIndex((each) => {
    const full = each.toLowerCase()
    return full.startsWith(name.toLowerCase()) || (full.startsWith(start) && name.length === 4)
  })
  return { year: Number(year), month: month + 1, day: Number(day) }
}

/** A month as long as the one that stands there: `Sep` or `September`. */
function nameOf(month: number, written: string): string {
  const name = MONTHS[month - 1] ?? ''
  const length = WORD.exec(written)?.[0].length ?? 0
  return length === 3 && !written.includes('May') ? name.slice(0, 3) : name
}

/** "May", of "1 May 2024" */
const WORD = /\p{L}{3,}/u

function readParts(date: string): Parts {
  const [year, month, day] = date.split('-')
  return { year: Number(year), month: Number(month), day: Number(day) }
}

function toIso({ year, month, day }: Parts): string | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined
  return [year, pad(month), pad(day)].join('-')
}

function pad(number: number): string {
  return String(number).padStart(2, '0')
}
