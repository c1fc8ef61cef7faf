import { escapeControls } from './escape-controls.ts'
import type { Palette } from './palette.ts'
import type { ItemHistoryView, ItemsReport, ItemView, RevisionView } from './report.ts'

/** Renders items as a tree: box, title, who and what, and the line that each begins on. */
export function renderItems({ items, notes }: ItemsReport, palette: Palette): string {
  const lines: string[] = []
  const visit = (item: ItemView, branch: string, trunk: string): void => {
    lines.push(`${palette.faint(branch)}${renderItem(item, palette)}\n`)
    item.children.forEach((child, index) => {
      const isLast = index === item.children.length - 1
      visit(child, trunk + (isLast ? '└─ ' : '├─ '), trunk + (isLast ? '   ' : '│  '))
    })
  }
  for (const item of items) visit(item, renderPlace(item), '')
  for (const note of notes) lines.push(`${palette.warning('note:')} ${escapeControls(note)}\n`)
  return lines.join('')
}

/** Where an item stands whose parents are not shown. */
function renderPlace({ path }: ItemView): string {
  return path
    .slice(0, -1)
    .map((title) => `${escapeControls(title)} › `)
    .join('')
}

function renderItem(item: ItemView, palette: Palette): string {
  const words = [
    ...renderBox(item, palette),
    renderTitle(item, palette),
    ...unsaid(item, '@', item.owners).map((owner) => palette.name(owner)),
    ...unsaid(item, '#', item.tags).map((tag) => palette.hint(tag)),
    palette.faint(`:${item.start.line}`),
    ...(item.history === undefined ? [] : [palette.faint(renderHistory(item.history))]),
  ]
  return words.join(' ')
}

/** When it came and who brought it; the same of its last change, where that is another. */
function renderHistory({ added, changed, uncommitted }: ItemHistoryView): string {
  const words = [
    ...(added === undefined ? [] : [`added ${renderRevision(added)}`]),
    ...(changed === undefined || changed.commit === added?.commit
      ? []
      : [`changed ${renderRevision(changed)}`]),
    ...(uncommitted ? ['not committed yet'] : []),
  ]
  return `(${words.length === 0 ? 'older than the history' : words.join(', ')})`
}

function renderRevision({ date, author }: RevisionView): string {
  return `${date.slice(0, 10)} ${escapeControls(author)}`
}

/** What stands in the title is there to read; what the body says is added. */
function unsaid({ title }: ItemView, sigil: string, words: readonly string[]): string[] {
  const marked = [...new Set(words)].map((word) => `${sigil}${escapeControls(word)}`)
  return marked.filter((word) => !title.includes(word))
}

function renderTitle({ kind, status, title }: ItemView, palette: Palette): string {
  const text = escapeControls(title)
  if (status === 'done') return palette.faint(text)
  if (kind === 'section') return palette.strong(text)
  return kind === 'label' ? `${text}:` : text
}

const BOXES = { open: '[ ]', done: '[x]', other: '[-]', none: undefined } as const

function renderBox({ status }: ItemView, palette: Palette): string[] {
  const box = BOXES[status]
  if (box === undefined) return []
  return [status === 'done' ? palette.added(box) : palette.faint(box)]
}
