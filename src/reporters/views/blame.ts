import { escapeControls } from '../escape-controls.ts'
import { measureText } from '../measure-text.ts'
import type { Palette } from '../palette.ts'
import { renderItems } from '../render-items.ts'
import type { BlameReport, ItemHistoryView, ItemView } from '../report.ts'
import { withNotes } from '../plain.ts'
import type { View } from './view.ts'

/** Renders items as a tree, each behind the commit that last changed it, its date and its author. */
export const blame: View<BlameReport> = {
  text: renderBlame,
  json: ({ file, items, notes }) => ({ file, items, ...withNotes(notes) }),
}

function renderBlame({ items, notes }: BlameReport, palette: Palette): string {
  const tree = renderItems(
    { kind: 'items', file: '', items: withoutHistory(items), notes: [] },
    palette,
  )
  const lines = tree.split('\n').slice(0, -1)
  const heads = flatten(items).map(({ history }) => renderHead(history))
  const width = Math.max(0, ...heads.map(measureText))
  const body = lines.map((line, index) => {
    const head = heads[index] ?? ''
    return `${palette.faint(head + ' '.repeat(width - measureText(head)))}  ${line}\n`
  })
  return `${body.join('')}${notes.map((note) => `${palette.warning('note:')} ${escapeControls(note)}\n`).join('')}`
}

function flatten(items: readonly ItemView[]): ItemView[] {
  return items.flatMap((item) => [item, ...flatten(item.children)])
}

function withoutHistory(items: readonly ItemView[]): ItemView[] {
  return items.map(({ history: _history, ...item }) => ({
    ...item,
    children: withoutHistory(item.children),
  }))
}

function renderHead(history: ItemHistoryView | undefined): string {
  const { changed, uncommitted = false } = history ?? {}
  if (uncommitted) return 'not committed yet'
  if (changed === undefined) return 'older than the history'
  return `${changed.commit.slice(0, 10)} ${changed.date.slice(0, 10)} ${escapeControls(changed.author)}`
}
