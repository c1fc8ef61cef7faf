import { escapeControls } from '../escape-controls.ts'
import type { Palette } from '../palette.ts'
import { renderItemChange } from '../render-item-change.ts'
import type { EventsReport, EventView } from '../report.ts'
import { withNotes } from '../plain.ts'
import type { View } from './view.ts'

/** Renders what happened to items: a head for each commit, below it a line a change. */
export const events: View<EventsReport> = {
  text: renderEvents,
  json: ({ file, events, notes }) => ({ file, events, ...withNotes(notes) }),
}

function renderEvents({ events, notes }: EventsReport, palette: Palette): string {
  let commit = ''
  const lines = events.map((event) => {
    const head = event.commit === commit ? '' : renderHead(event, palette)
    const gap = commit === '' || head === '' ? '' : '\n'
    commit = event.commit
    return `${gap}${head}  ${renderItemChange(event, palette)}\n`
  })
  return `${lines.join('')}${notes.map((note) => `${palette.warning('note:')} ${escapeControls(note)}\n`).join('')}`
}

function renderHead({ commit, date, author, subject }: EventView, palette: Palette): string {
  const words = [
    palette.warning(commit.slice(0, SHORT)),
    date.slice(0, 10),
    palette.name(escapeControls(author)),
    escapeControls(subject),
  ]
  return `${words.filter((word) => word !== '').join(' ')}\n`
}

/** Digits that tell a commit from others, in all but the largest repositories. */
const SHORT = 10
