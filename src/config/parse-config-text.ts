import { CrossoffError } from '../errors.ts'
import { describeSyntaxError } from '../text/describe-syntax-error.ts'

/** Parses the text of a config to whatever value it holds; throws `config` where it is no JSON or YAML. */
export async function parseConfigText(
  text: string,
  format: 'json' | 'yaml',
  file: string,
): Promise<unknown> {
  return format === 'json' ? parseJson(text, file) : parseYaml(text, file)
}

async function parseJson(text: string, file: string): Promise<unknown> {
  const json = text.replace(/^\uFEFF/u, '')
  try {
    return JSON.parse(json)
  } catch (cause) {
    // Every version of Node words it anew, and not all of them say where: YAML's parser does.
    await parseYaml(json, file, 'JSON')
    throw new CrossoffError('config', `the config \`${file}\` is no valid JSON, but YAML`, {
      help: 'YAML alone allows comments, a comma at an end and words without quotes',
      cause,
    })
  }
}

async function parseYaml(text: string, file: string, language = 'YAML'): Promise<unknown> {
  const { parse } = await import('yaml')
  try {
    return parse(text, { logLevel: 'error' })
  } catch (cause) {
    throw new CrossoffError(
      'config',
      `the config \`${file}\` is no valid ${language}${describeSyntaxError(cause)}`,
      { cause },
    )
  }
}
