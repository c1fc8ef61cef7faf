import { escapeControls } from './escape-controls.ts'
import type { Palette } from './palette.ts'
import { renderFinding } from './render-check.ts'
import type { FileSummary } from './file-summary.ts'
import type { ChangeReport } from './report.ts'

/** Renders what a plan did: a line a document, the diff where nothing was written yet, broken links. */
export function renderChange(report: ChangeReport, palette: Palette): string {
  const { outcome, files, brokenLinks, notes } = report
  const links = brokenLinks.map((finding) => `${renderFinding(finding, palette)}\n`).join('')
  if (outcome === 'refused') return `${links}${palette.error(refusal(report))}\n`
  if (outcome === 'planned') return files.map(({ patch }) => renderPatch(patch, palette)).join('')
  const lines = files.map(
    (file) => `${palette.strong(escapeControls(file.file))}: ${renderLines(file, palette)}\n`,
  )
  return `${links}${(lines.length > 0 ? lines : ['nothing to change\n']).join('')}${notes.map((note) => `${escapeControls(note)}\n`).join('')}`
}

function refusal({ brokenLinks, repairsLinks }: ChangeReport): string {
  const links = brokenLinks.length === 1 ? '1 link' : `${brokenLinks.length} links`
  const repair = repairsLinks ? '' : '`--fix-links` repairs those whose item stays, '
  return `${links} would break; nothing was written (${repair}\`--force\` lets them break)`
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
