import { escapeControls } from '../escape-controls.ts'
import type { Palette } from '../palette.ts'
import { renderItemChange } from '../render-item-change.ts'
import type { DiffReport, WordDiff } from '../report.ts'
import type { View } from './view.ts'

/** Renders what happened between two revisions: a line a change, below it the words where asked for. */
export const diff: View<DiffReport> = {
  text: renderDiff,
  json: ({ old, new: next, changes, plan, coverage, dependencies }) => ({
    old,
    new: next,
    changes,
    plan,
    coverage,
    dependencies,
  }),
}

function renderDiff(report: DiffReport, palette: Palette): string {
  const { changes, isSame, words = [] } = report
  if (changes.length === 0)
    return isSame
      ? ''
      : `${palette.faint('no item changed; what differs is layout, or text outside of items')}\n`
  const diffs = new Map(words.map((diff) => [diff.change, diff]))
  return changes
    .map((change, index) => {
      const diff = diffs.get(index)
      const line = `${renderItemChange(change, palette)}\n`
      return diff === undefined ? line : line + renderWords(diff, palette)
    })
    .join('')
}

/** Renders a text word by word: `[-gone-]` and `{+new+}`, as git does. */
function renderWords({ parts }: WordDiff, palette: Palette): string {
  const text = parts
    .map((part) => {
      if (part.kind === 'kept') return escapeLines(part.text)
      const [open, close] = part.kind === 'added' ? ['{+', '+}'] : ['[-', '-]']
      // Each line has its colours for itself, as a pager needs that begins in the middle.
      const paint = palette[part.kind]
      const marked = `${open}${escapeLines(part.text)}${close}`
      return marked.replaceAll(LINE, (line) => paint(line))
    })
    .join('')
  return text
    .split('\n')
    .map((line) => `    ${line}`.trimEnd())
    .map((line) => `${line}\n`)
    .join('')
}

/** "cut --low": a line without its end */
const LINE = /[^\n]+/gu

function escapeLines(text: string): string {
  return text.split('\n').map(escapeControls).join('\n')
}
