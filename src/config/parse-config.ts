import { safeParse } from 'valibot'
import { CrossoffError } from '../errors.ts'
import { configSchema } from './config-schema.ts'
import type { Config } from './config.ts'
import { describeIssue } from './describe-issue.ts'

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
  const value = format === 'json' ? parseJson(text, file) : await parseYaml(text, file)
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

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''))
  } catch (cause) {
    throw unreadable(file, 'JSON', cause)
  }
}

async function parseYaml(text: string, file: string): Promise<unknown> {
  const { parse } = await import('yaml')
  try {
    return parse(text)
  } catch (cause) {
    throw unreadable(file, 'YAML', cause)
  }
}

function unreadable(file: string, language: string, cause: unknown): CrossoffError {
  const [reason = ''] = (cause instanceof Error ? cause.message : String(cause)).split('\n')
  const phrase = `${reason.slice(0, 1).toLowerCase()}${reason.slice(1)}`.replace(/:$/u, '')
  return new CrossoffError('config', `the config \`${file}\` is no valid ${language}: ${phrase}`, {
    cause,
  })
}
