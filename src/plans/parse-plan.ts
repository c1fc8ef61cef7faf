import * as v from 'valibot'
import { parse as parseYaml } from 'yaml'
import { distance } from 'fastest-levenshtein'
import { CrossoffError } from '../errors.ts'
import { operations } from '../operations/index.ts'
import { type Plan } from './plan.ts'
import { isYaml } from './render-plan.ts'
import { planSchema } from './plan-schema.ts'

/**
 * Parses a plan, written as JSON or as YAML (which JSON is a part of).
 *
 * Throws `plan-invalid`, which names the place and what was expected there.
 */
export function parsePlan(text: string, file = 'plan'): Plan {
  return checkPlan(parseText(text, file), file)
}

/** Checks a value to be a plan; throws `plan-invalid`. */
export function checkPlan(value: unknown, file = 'plan'): Plan {
  const result = v.safeParse(planSchema, value)
  if (result.success) return result.output
  const [issue] = result.issues
  const path = v.getDotPath(issue)
  const place = path === null ? '' : ` at \`${path}\``
  throw new CrossoffError(
    'plan-invalid',
    `\`${file}\` is no plan${place}: ${lowerFirst(issue.message)}`,
    {
      help: suggestOperation(issue.input) ?? 'docs/reference/plan.md shows what a plan holds',
    },
  )
}

function parseText(text: string, file: string): unknown {
  try {
    return text.trimStart().startsWith('{') && !isYaml(file)
      ? JSON.parse(text)
      : parseYaml(text, { prettyErrors: true })
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause)
    throw new CrossoffError(
      'plan-invalid',
      `\`${file}\` is neither JSON nor YAML: ${lowerFirst(message)}`,
      { cause },
    )
  }
}

function lowerFirst(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1)
}

/** The operation that was probably meant. */
function suggestOperation(given: unknown): string | undefined {
  if (typeof given !== 'string') return undefined
  const near = Object.keys(operations).filter((name) => distance(name, given) <= 2)
  return near.length === 0 ? undefined : `did you mean \`${near.join('` or `')}\`?`
}
