import type { Palette } from '../palette.ts'
import type { SetupReport } from '../report.ts'
import type { View } from './view.ts'

/** Renders what `init` wrote, and what is left to paste. */
export const setup: View<SetupReport> = {
  text: renderSetup,
  json: ({ file, config, snippets }) => ({ file, config, snippets }),
}

function renderSetup(report: SetupReport, palette: Palette): string {
  const { outcome, file, config, snippets } = report
  const head =
    outcome === 'written' ? `wrote ${palette.strong(file)}` : `would write ${palette.strong(file)}`
  const blocks = snippets.map(
    ({ file: target, title, text }) => `\n${title}, ${palette.strong(target)}:\n\n${indent(text)}`,
  )
  return `${head}:\n\n${indent(config)}${blocks.join('')}`
}

function indent(text: string): string {
  return text.replaceAll(LINE_START, '  ')
}

/** "a\nb": every line that is not empty */
const LINE_START = /^(?=.)/gmu
