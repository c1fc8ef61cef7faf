import { safeParse } from 'valibot'
import { CrossoffError } from '../errors.ts'
import { configSchema } from './config-schema.ts'
import type { Config } from './config.ts'
import { describeIssue } from './describe-issue.ts'
import { parseConfigText } from './parse-config-text.ts'

/**
 * Parses a config.
 *
 * Throws `config` where the text is no JSON or YAML, or holds what no config may: every mistake
 * with its key, and what was probably meant.
 *
 * @param file What to call it in errors.
 */
export async function parseConfig(
  text: string,
  format: 'json' | 'yaml',
  file: string,
): Promise<Config> {
  const value = await parseConfigText(text, format, file)
  if (Array.isArray(value)) {
    throw new CrossoffError('config', `the config \`${file}\` is a list; expected keys and values`)
  }
  const result = safeParse(configSchema, value ?? {})
  if (result.success) return result.output
  const mistakes = result.issues.map((issue) => describeIssue(issue, configSchema))
  const [first, ...rest] = mistakes
  throw new CrossoffError('config', `the config \`${file}\` is wrong: ${first?.message ?? ''}`, {
    help: [
      first?.help ?? '',
      ...rest.map(({ message, help }) => [message, help].filter(Boolean).join('; ')),
    ]
      .filter((line) => line !== '')
      .join('\n'),
  })
}
