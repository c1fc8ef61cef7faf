import * as v from 'valibot'
import { CrossoffError } from '../errors.ts'
import { type Baseline, baselineSchema } from './baseline.ts'
import { BASELINE_FILE } from './baseline-file.ts'

/** Parses a baseline; throws `baseline-invalid` where it is none. */
export function parseBaseline(text: string): Baseline {
  const result = v.safeParse(baselineSchema, parseJson(text))
  if (!result.success) {
    const [issue] = result.issues
    throw invalid(`${v.getDotPath(issue) ?? 'all of it'}: ${issue.message}`)
  }
  const { version: _version, ...counts } = result.output
  return new Map(Object.entries(counts))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw invalid('it is no JSON', cause)
  }
}

function invalid(reason: string, cause?: unknown): CrossoffError {
  return new CrossoffError('baseline-invalid', `\`${BASELINE_FILE}\` is no baseline: ${reason}`, {
    cause,
    help: 'solve its conflicts, or remove it and run `crossoff check --write-baseline`',
  })
}
