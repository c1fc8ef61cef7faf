import { normalize } from 'node:path'
import { CrossoffError } from '../errors.ts'
import { isReporterName, reporters } from '../reporters/index.ts'
import type { Arguments } from './arguments.ts'
import type { FlagDefinition } from './flag.ts'
import type { ReportFile, ReportOutputs } from './report-outputs.ts'

/** Of the commands that tell findings. */
export const FORMAT: FlagDefinition = {
  name: 'format',
  value: 'NAME[:FILE]',
  summary: `form of the report: ${Object.keys(reporters).join(', ')}; with a file, into that, and standard output stays as it is`,
  isRepeatable: true,
}

/**
 * Reads where findings are to be told; throws `usage` where two would go to one place.
 *
 * A file is one more report: standard output has the one that it has without.
 */
export function readOutputs(given: Arguments): ReportOutputs {
  const json = given.isOn('json') === true ? ['json'] : []
  const outputs = [...json, ...given.list(FORMAT.name)].map(readOutput)
  const [printed, second] = outputs.filter(({ file }) => file === '-')
  if (printed !== undefined && second !== undefined) {
    throw new CrossoffError(
      'usage',
      `standard output takes one report; \`${printed.format}\` and \`${second.format}\` were asked for`,
      { help: `put one into a file: \`--format ${second.format}:FILE\`` },
    )
  }
  const files = outputs.filter(({ file }) => file !== '-')
  refuseTwins(files)
  return { printed: printed?.format ?? 'text', files }
}

/** A form, and `-` or a file: `sarif:out.sarif`. */
function readOutput(word: string): ReportFile {
  const colon = word.indexOf(':')
  const format = colon === -1 ? word : word.slice(0, colon)
  const file = colon === -1 ? '-' : word.slice(colon + 1)
  if (!isReporterName(format)) {
    throw new CrossoffError('usage', `no report has the form \`${format}\``, {
      help: `the forms are ${Object.keys(reporters).join(', ')}`,
    })
  }
  if (file !== '') return { format, file }
  throw new CrossoffError('usage', `\`${word}\` names no file`, {
    help: `expected \`${format}:FILE\`, or \`${format}\` for standard output`,
  })
}

function refuseTwins(files: readonly ReportFile[]): void {
  const seen = new Set<string>()
  for (const { file } of files) {
    const place = normalize(file)
    if (seen.has(place))
      throw new CrossoffError('usage', `\`${file}\` takes one report; two were asked for`)
    seen.add(place)
  }
}
