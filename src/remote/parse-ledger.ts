import * as v from 'valibot'
import { CrossoffError } from '../errors.ts'
import { LEDGER_FILE } from '../links/ledger-file.ts'
import { keepNewest } from './keep-newest.ts'
import type { Ledger, LedgerEntry } from './ledger.ts'

const day = v.pipe(v.string(), v.isoDate())
const count = v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1)))
const optionalText = v.exactOptional(v.string())

// What another release keeps beside that stays as it is, for it would show as a difference.
const fragment = v.looseObject({
  heading: optionalText,
  doubt: optionalText,
  since: v.exactOptional(day),
  seen: count,
  closest: v.exactOptional(v.looseObject({ anchor: v.string(), heading: v.string() })),
})

const entry: v.GenericSchema<unknown, LedgerEntry> = v.looseObject({
  status: v.picklist(['alive', 'moved', 'dead']),
  day,
  since: v.exactOptional(day),
  seen: count,
  reason: optionalText,
  suspect: optionalText,
  location: optionalText,
  etag: optionalText,
  fragments: v.exactOptional(v.record(v.string(), fragment)),
})

const VERSION = 1

const file = v.objectWithRest({ version: v.literal(VERSION) }, entry)

/**
 * Parses a ledger; of a URL that is there twice, as after a merge, the later day counts.
 *
 * Throws `ledger-invalid` where it is none.
 */
export function parseLedger(text: string): Ledger {
  const parsed = parseJson(text)
  refuseNewer(parsed)
  const result = v.safeParse(file, parsed)
  if (!result.success) {
    const [issue] = result.issues
    const [first, ...rest] = (issue.path ?? []).map(({ key }) => String(key))
    const place = [first ?? 'all of it', ...(rest.length === 0 ? [] : [rest.join('.')])].join(', ')
    throw invalid(`${place}: ${issue.message}`, MEND)
  }
  const { version: _version, ...entries } = result.output
  return keepNewest(entries, text, (value) => v.parse(entry, value))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const lines = text.split(/\r?\n/u)
    const mark = lines.findIndex((line) => MARK.test(line))
    if (mark !== -1) throw invalid(`line ${mark + 1} is a mark of a merge conflict`, UNITE, cause)
    const wrong = lines.findIndex((line) => !isFragmentOfJson(line))
    const place = wrong === -1 ? 'it' : `line ${wrong + 1}`
    throw invalid(`${place} is no JSON`, MEND, cause)
  }
}

/** "<<<<<<< HEAD" */
const MARK = /^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/u

const UNITE = `take out the lines that begin with \`<<<<<<<\`, \`=======\` and \`>>>>>>>\`: all others may stay
with \`${LEDGER_FILE} merge=union\` in \`.gitattributes\`, git does so by itself`

const MEND = `mend it, or take it back: \`git checkout -- ${LEDGER_FILE}\``

/** Whether a line may stand in a ledger, as crossoff writes it. */
function isFragmentOfJson(line: string): boolean {
  const text = line.trim()
  if (text === '' || text === '{' || text === '}') return true
  try {
    JSON.parse(`{${text.replace(/,$/u, '')}}`)
    return true
  } catch {
    return false
  }
}

function refuseNewer(parsed: unknown): void {
  const result = v.safeParse(v.looseObject({ version: v.number() }), parsed)
  if (!result.success || result.output.version <= VERSION) return
  throw new CrossoffError(
    'ledger-invalid',
    `\`${LEDGER_FILE}\` was written by a newer crossoff: it has version ${result.output.version}, not ${VERSION}`,
    { help: 'update crossoff' },
  )
}

function invalid(reason: string, help: string, cause?: unknown): CrossoffError {
  return new CrossoffError('ledger-invalid', `\`${LEDGER_FILE}\` is no ledger: ${reason}`, {
    cause,
    help,
  })
}
