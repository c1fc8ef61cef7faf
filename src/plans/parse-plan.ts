import * as v from 'valibot'
import { parse as parseYaml } from 'yaml'
import { CrossoffError } from '../errors.ts'
import { describeSyntaxError } from '../text/describe-syntax-error.ts'
import { describePlanIssue } from './describe-plan-issue.ts'
import type { Plan } from './plan.ts'
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
  const { message, help } = describePlanIssue(result.issues)
  throw new CrossoffError('plan-invalid', `\`${file}\` is no plan: ${message}`, { help })
}

/** What is no JSON may be YAML; and if not, YAML's parser can say where. */
function parseText(text: string, file: string): unknown {
  if (text.trimStart().startsWith('{')) {
    try {
      return JSON.parse(text)
    } catch (cause) {
      if (!(cause instanceof SyntaxError)) throw cause
    }
  }
  try {
    return parseYaml(text, { prettyErrors: true, logLevel: 'error' })
  } catch (cause) {
    throw new CrossoffError(
      'plan-invalid',
      `\`${file}\` is neither JSON nor YAML${describeSyntaxError(cause)}`,
      { cause },
    )
  }
}
