import * as v from 'valibot'
import { CrossoffError } from '../errors.ts'
import { LEDGER_FILE } from '../links/ledger-file.ts'
import type { Ledger, LedgerEntry } from './ledger.ts'

const day = v.pipe(v.string(), v.isoDate())
const optionalText = v.exactOptional(v.string())

const fragment = v.object({
  heading: optionalText,
  doubt: optionalText,
  since: v.exactOptional(day),
  closest: v.exactOptional(v.object({ anchor: v.string(), heading: v.string() })),
})

const entry: v.GenericSchema<unknown, LedgerEntry> = v.object({
  status: v.picklist(['alive', 'moved', 'dead']),
  day,
  since: v.exactOptional(day),
  reason: optionalText,
  location: optionalText,
  etag: optionalText,
  fragments: v.exactOptional(v.record(v.string(), fragment)),
})

const file = v.objectWithRest({ version: v.literal(1) }, entry)

/** Parses a ledger; throws `ledger-invalid` where it is none. */
export function parseLedger(text: string): Ledger {
  const result = v.safeParse(file, parseJson(text))
  if (!result.success) {
    const [issue] = result.issues
    throw invalid(`${v.getDotPath(issue) ?? 'all of it'}: ${issue.message}`)
  }
  const { version: _version, ...entries } = result.output
  return entries
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw invalid('it is no JSON', cause)
  }
}

function invalid(reason: string, cause?: unknown): CrossoffError {
  return new CrossoffError('ledger-invalid', `\`${LEDGER_FILE}\` is no ledger: ${reason}`, {
    cause,
    help: 'solve its conflicts, or remove it and run `crossoff check --online`',
  })
}
