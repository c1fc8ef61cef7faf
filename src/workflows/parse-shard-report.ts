import * as v from 'valibot'
import type { ShardReport } from '../reporters/check-report.ts'
import type { Ledger } from '../remote/ledger.ts'

const text = v.string()
const optionalText = v.exactOptional(text)
const count = v.pipe(v.number(), v.integer(), v.minValue(0))

const point = v.looseObject({ line: count, column: count, offset: count })
const edit = v.looseObject({ start: count, end: count, text })

const diagnostic = v.looseObject({
  code: text,
  severity: v.picklist(['error', 'warning', 'hint']),
  message: text,
  file: text,
  start: point,
  end: point,
  about: optionalText,
  lost: optionalText,
  help: optionalText,
  fix: v.exactOptional(v.looseObject({ title: text, file: optionalText, edits: v.array(edit) })),
})

const since = v.looseObject({
  intact: count,
  broken: count,
  retargeted: count,
  revived: count,
  known: count,
})

const counts = v.looseObject({
  documents: count,
  links: count,
  checked: count,
  notChecked: count,
  unknown: count,
  errors: count,
  warnings: count,
  hints: count,
  ignored: count,
  since: v.exactOptional(since),
})

const ledger: v.GenericSchema<Ledger> = v.record(
  text,
  v.looseObject({ status: v.picklist(['alive', 'moved', 'dead']), day: text }),
)

const finding = v.looseObject({ diagnostic, line: text })

const part = v.looseObject({
  findings: v.array(v.looseObject({ ...finding.entries, plain: v.exactOptional(finding) })),
  counts,
  baseline: v.exactOptional(
    v.looseObject({ outcome: v.picklist(['read', 'written']), known: count, mended: count }),
  ),
  lost: v.array(text),
  ledger: v.exactOptional(ledger),
})

const file: v.GenericSchema<{ readonly version: 1; readonly shard: ShardReport }> = v.looseObject({
  version: v.literal(1),
  shard: v.looseObject({
    index: count,
    count,
    revision: optionalText,
    run: text,
    base: optionalText,
    isReached: v.exactOptional(v.boolean()),
    part,
    ifReached: v.exactOptional(part),
  }),
})

/**
 * Parses the report of a shard; `undefined` where a text is none.
 *
 * What is in it is given as it is: the order of keys shows in the reports that are made of it.
 */
export function parseShardReport(json: string): ShardReport | undefined {
  const parsed = parseJson(json)
  return v.is(file, parsed) ? parsed.shard : undefined
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
