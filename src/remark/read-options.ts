import { CrossoffError } from '../errors.ts'

/** What the plugin can be told; all else stands in the config of the repository. */
export interface RemarkCrossoffOptions {
  /** Path of the config, from the working directory, where it is not the nearest one. */
  readonly config?: string
}

/** Reads options, which no compiler may have seen; throws `config` where they are wrong. */
export function readOptions(
  options: RemarkCrossoffOptions | null | undefined,
): RemarkCrossoffOptions {
  const given = options ?? {}
  const unknown = Object.keys(given).find((key) => key !== 'config')
  if (unknown !== undefined) {
    throw new CrossoffError(
      'config',
      `\`crossoff/remark\` has no option \`${unknown}\`; expected \`config\``,
    )
  }
  if (given.config === undefined || typeof given.config === 'string') return given
  throw new CrossoffError('config', 'the option `config` of `crossoff/remark` is no path')
}
