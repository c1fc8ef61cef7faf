import { escapeControls } from '../reporters/escape-controls.ts'
import { reporters } from '../reporters/index.ts'
import { renderReport } from '../reporters/render-report.ts'
import type { Arguments } from './arguments.ts'
import { choosePalette } from './choose-palette.ts'
import type { Outcome } from './command.ts'
import type { Host } from './host.ts'

/** Prints what a command has to say, in the form that the user asked for. */
export async function printOutcome(outcome: Outcome, given: Arguments, host: Host): Promise<void> {
  const { report, notes = [], stream = 1 } = outcome
  if (report === undefined || given.isOn('quiet') === true) return
  for (const note of notes) host.write(2, `crossoff: note: ${escapeControls(note)}\n`)
  const form = given.isOn('json') === true ? 'json' : (outcome.format ?? 'text')
  const palette = await choosePalette(host, form === 'text' ? given.isOn('color') : false)
  if (report.kind === 'check') {
    const reporter = await reporters[form].load()
    host.write(stream, reporter.render(report, palette))
    return
  }
  host.write(stream, await renderReport(report, form, palette))
}
