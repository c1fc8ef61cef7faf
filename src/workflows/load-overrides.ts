import { safeParse } from 'valibot'
import { isOneParagraph } from '../changelog/is-one-paragraph.ts'
import { type Override, overridesSchema } from '../changelog/override.ts'
import { describeIssue } from '../config/describe-issue.ts'
import { parseConfigText } from '../config/parse-config-text.ts'
import { CrossoffError } from '../errors.ts'
import type { Ports } from './ports.ts'

/** Loads what people say of entries; throws `config` where the file is not there, or wrong. */
export async function loadOverrides(ports: Ports): Promise<readonly Override[]> {
  const path = ports.config.changelog?.overrides
  if (path === undefined) return []
  const bytes = ports.readFile(path)
  if (bytes === undefined) {
    throw new CrossoffError('config', `\`${path}\`, the file of overrides, is not there`, {
      help: 'make it, or mend `changelog.overrides` in the config',
    })
  }
  const text = new TextDecoder().decode(bytes)
  const value = await parseConfigText(text, JSON_NAME.test(path) ? 'json' : 'yaml', path)
  const result = safeParse(overridesSchema, value ?? {})
  if (result.success) {
    await requireParagraphs(result.output.entries, path, ports)
    return result.output.entries
  }
  const [mistake] = result.issues.map((issue) => describeIssue(issue, overridesSchema))
  throw new CrossoffError(
    'config',
    `the overrides \`${path}\` are wrong: ${mistake?.message ?? ''}`,
    {
      help: mistake?.help ?? '',
    },
  )
}

/** A summary that is a list or a heading could not stand behind a bullet. */
async function requireParagraphs(
  overrides: readonly Override[],
  path: string,
  ports: Ports,
): Promise<void> {
  for (const { item, summary } of overrides) {
    if (summary === undefined || isOneParagraph(summary, await ports.loadEngine())) continue
    throw new CrossoffError(
      'config',
      `the overrides \`${path}\` are wrong: the summary \`${summary}\` of \`${item}\` is no paragraph`,
      { help: 'expected Markdown on one line' },
    )
  }
}

/** "docs/outcomes.json" */
const JSON_NAME = /\.json$/iu
