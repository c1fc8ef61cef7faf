import { mergeReports as joinReports } from '../../workflows/merge-reports.ts'
import type { CommandBody } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { FORMAT, readOutputs } from '../read-outputs.ts'

/** Joins the reports of shards. */
export const mergeReports: CommandBody = {
  description: [
    'Tells what one check of all would have told, byte for byte, and ends as it would have. The reports are those that `crossoff check --shard I/N --format json:FILE` wrote; they are looked for in the folder and those below it.',
    'All shards have to be there, each once, of the same revision, config and options. Where they asked the web, and the repository keeps `crossoff.links.json`, that gets what they learnt.',
  ],
  arguments: [{ name: 'DIR', summary: 'the folder that the reports are in' }],
  flags: [FORMAT],
  examples: [
    { words: 'merge-reports reports', summary: 'for people' },
    { words: 'merge-reports reports --format json', summary: 'for programs' },
  ],
  run: async (context) => {
    const outputs = readOutputs(context.arguments)
    const [folder = ''] = context.arguments.positionals
    const session = await context.open({ near: undefined, tree: 'git' })
    const report = await joinReports(session.filePath(folder), session.ports)
    const hasErrors = report.findings.some(({ diagnostic }) => diagnostic.severity === 'error')
    const code = hasErrors ? exitCodes.findings : exitCodes.clean
    return { report, outputs, code, notes: report.notes ?? [] }
  },
}
