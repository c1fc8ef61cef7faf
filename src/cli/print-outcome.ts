import { resolve } from 'node:path'
import type { CheckReport } from '../reporters/check-report.ts'
import { escapeControls } from '../reporters/escape-controls.ts'
import { reporters } from '../reporters/index.ts'
import { renderReport } from '../reporters/render-report.ts'
import type { Arguments } from './arguments.ts'
import { choosePalette } from './choose-palette.ts'
import type { Outcome } from './command.ts'
import type { Host } from './host.ts'
import type { ReportOutputs } from './report-outputs.ts'

/** Prints what a command has to say, in the form that the user asked for. */
export async function printOutcome(outcome: Outcome, given: Arguments, host: Host): Promise<void> {
  const { report, outputs, notes = [], stream = 1 } = outcome
  const isQuiet = given.isOn('quiet') === true
  if (report === undefined) return
  if (!isQuiet) {
    for (const note of notes) host.write(2, `crossoff: note: ${escapeControls(note)}\n`)
  }
  if (report.kind === 'check' && outputs !== undefined)
    return tellFindings(report, outputs, given, host)
  if (isQuiet) return
  const form = given.isOn('json') === true ? 'json' : (outcome.format ?? 'text')
  const palette = await choosePalette(host, form === 'text' ? given.isOn('color') : false)
  host.write(stream, await renderReport(report, form, palette))
}

/** What is printed comes first: a file that cannot be written must not hide what was found. */
async function tellFindings(
  report: CheckReport,
  outputs: ReportOutputs,
  given: Arguments,
  host: Host,
): Promise<void> {
  const { printed, files } = outputs
  const reporter = await reporters[printed].load()
  if (given.isOn('quiet') !== true) {
    const palette = await choosePalette(host, printed === 'text' ? given.isOn('color') : false)
    host.write(1, reporter.render(report, { palette }))
  }
  if (files.length === 0 && reporter.summary === undefined) return
  // A hook writes no files, and must not wait for what does to load.
  const { writeOutputs } = await import('./write-outputs.ts')
  await writeOutputs(report, outputs, resolve(host.directory, given.text('cwd') ?? ''), host)
}
