import { escapeControls } from './escape-controls.ts'
import type { FileSummary } from './file-summary.ts'
import type { Palette } from './palette.ts'

/** Renders what was written of a document, in one line. */
export function renderFileLine(file: FileSummary, palette: Palette): string {
  return `${palette.strong(escapeControls(file.file))}: ${renderLines(file, palette)}`
}

/** Renders how many lines a change added and removed. */
export function renderLines({ added, removed }: FileSummary, palette: Palette): string {
  const words = [
    ...(added > 0 ? [palette.added(`${countLines(added)} added`)] : []),
    ...(removed > 0 ? [palette.removed(`${countLines(removed)} removed`)] : []),
  ]
  return words.length === 0 ? 'unchanged' : words.join(', ')
}

function countLines(count: number): string {
  return count === 1 ? '1 line' : `${count} lines`
}

/** Renders a unified diff; its lines keep every character, so that `git apply` takes what was printed. */
export function renderPatch(patch: string, palette: Palette): string {
  return patch.replaceAll(LINE, (line) => paintOf(line, palette)(line))
}

/** "+ - a bullet": without its end, which colours must not cross */
const LINE = /[^\r\n]+/gu

function paintOf(line: string, palette: Palette): (text: string) => string {
  if (line.startsWith('+++') || line.startsWith('---')) return palette.strong
  if (line.startsWith('+')) return palette.added
  if (line.startsWith('-')) return palette.removed
  return line.startsWith('@@') ? palette.hint : (text) => text
}
