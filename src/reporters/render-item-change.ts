import type { Change, ChangeKind } from '../diff/change.ts'
import { escapeControls } from './escape-controls.ts'
import type { Paint, Palette } from './palette.ts'

/** Renders a change as a reader would say it, on one line without its end. */
export function renderItemChange(change: Change, palette: Palette): string {
  const word = paintOf(change.change, palette)(change.change.padEnd(LONGEST))
  const words = [
    `${word} ${renderTitle(change, palette)}`,
    palette.faint(renderPlace(change)),
    ...notesOf(change).map((note) => palette.faint(note)),
  ]
  return words.filter((each) => each !== '').join('  ')
}

const LONGEST = 'unchecked'.length

function paintOf(change: ChangeKind, palette: Palette): Paint {
  const paints: Readonly<Record<ChangeKind, Paint>> = {
    added: palette.added,
    dropped: palette.removed,
    renamed: palette.warning,
    moved: palette.hint,
    edited: palette.warning,
    checked: palette.added,
    unchecked: palette.warning,
  }
  return paints[change]
}

function renderTitle({ title, before }: Change, palette: Palette): string {
  const now = palette.strong(shorten(title))
  return before?.title === undefined ? now : `${now} (was ${shorten(before.title)})`
}

/** What an item stands in; for one that was moved elsewhere, before and after. */
function renderPlace({ path, before }: Change): string {
  const place = renderPath(path)
  const old = before?.path === undefined ? place : renderPath(before.path)
  return old === place ? place : `${old} → ${place}`
}

function renderPath(path: readonly string[]): string {
  return path.length === 1 ? '(outermost)' : path.slice(0, -1).map(shorten).join(' › ')
}

function notesOf({ change, before, after, implied, from, into }: Change): string[] {
  const isBox = change === 'edited' && before?.status !== undefined && after?.status !== undefined
  return [
    ...(isBox ? [`(box: ${before.status} → ${after.status})`] : []),
    ...(implied === true ? ['(by what changed around it)'] : []),
    ...(from === undefined ? [] : [`(split from ${lastOf(from)})`]),
    ...(into === undefined ? [] : [`(merged into ${lastOf(into)})`]),
  ]
}

function lastOf(path: readonly string[]): string {
  return shorten(path.at(-1) ?? '')
}

/** A title of a whole sentence is known by its beginning. */
function shorten(title: string): string {
  const text = escapeControls(title)
  if (text === '') return '(untitled)'
  const characters = Array.from(text)
  return characters.length > WIDEST ? `${characters.slice(0, WIDEST - 1).join('')}…` : text
}

const WIDEST = 60
