import type { Palette } from '../palette.ts'
import { escapeControls } from '../escape-controls.ts'
import type { AnchorsReport } from '../report.ts'
import type { View } from './view.ts'

/** Renders anchors as lines of number, anchor and title, the first two in columns. */
export const anchors: View<AnchorsReport> = {
  text: renderAnchors,
  json: ({ file, slugs, anchors }) => ({ file, slugs, anchors }),
}

function renderAnchors({ anchors }: AnchorsReport, palette: Palette): string {
  const width = Math.max(0, ...anchors.map(({ line }) => String(line).length))
  const length = Math.min(60, Math.max(0, ...anchors.map(({ anchor }) => anchor.length)))
  return anchors
    .map(({ anchor, title, line }) => {
      const number = palette.faint(String(line).padStart(width))
      const padding = ' '.repeat(Math.max(0, length - anchor.length))
      return `${number}  ${palette.name(`#${escapeControls(anchor)}`)}${padding}  ${escapeControls(title)}`.trimEnd()
    })
    .map((line) => `${line}\n`)
    .join('')
}
