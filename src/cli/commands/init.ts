import { CrossoffError } from '../../errors.ts'
import { setUp } from '../../workflows/set-up.ts'
import type { CommandBody } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'

/** Writes a config. */
export const init: CommandBody = {
  description: [
    'The config is written into the working directory. Hook and CI snippets are only shown: what to do with them is yours to say.',
  ],
  arguments: [],
  flags: [
    { name: 'dry-run', short: 'n', summary: 'show the config and write nothing' },
    { name: 'format', value: 'FORMAT', summary: '`json` or `yaml`; `json` without it' },
  ],
  examples: [{ words: 'init --format yaml', summary: 'writes crossoff.config.yaml' }],
  run: async (context) => {
    const format = context.arguments.text('format') ?? 'json'
    if (format !== 'json' && format !== 'yaml') {
      throw new CrossoffError(
        'usage',
        `\`--format\` is \`${format}\`; expected \`json\` or \`yaml\``,
      )
    }
    const session = await context.open({ tree: 'git' })
    const isDryRun = context.arguments.isOn('dry-run') === true
    return { report: await setUp({ format, isDryRun }, session.ports), code: exitCodes.clean }
  },
}
