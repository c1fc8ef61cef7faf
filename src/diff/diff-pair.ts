import { foldTitle } from '../document/read-title.ts'
import type { Entry } from '../matching/entry.ts'
import { pathOf } from '../matching/forest.ts'
import { entryAt, type Matching } from '../matching/pairing.ts'
import type { Change, ItemState } from './change.ts'

/**
 * Tells what happened to an item that both revisions have: renamed, then moved, then edited, then
 * checked.
 *
 * @param old Its number in the old revision.
 * @param number Its number in the new one.
 */
export function diffPair(
  matching: Matching,
  old: number,
  number: number,
  move: 'explicit' | 'implied' | undefined,
): Change[] {
  const [before, after] = [entryAt(matching.old, old), entryAt(matching.new, number)]
  const isSame = before.key === after.key && before.title === after.title
  if (isSame && move === undefined) return []
  const item = { kind: after.kind, title: after.title, path: pathOf(matching.new, number) }
  const changes: Change[] = []
  const isCut = isCutOtherwise(before, after)
  if (isRenamed(before, after) && !isCut)
    changes.push({
      change: 'renamed',
      ...item,
      before: { title: before.title },
      after: { title: after.title },
    })
  if (move !== undefined)
    changes.push({
      change: 'moved',
      ...item,
      before: { path: pathOf(matching.old, old) },
      after: { path: item.path },
      ...(move === 'implied' && { implied: true }),
    })
  if (isEdited(before, after)) {
    const hasTitle = isCut || (before.text === after.text && isRespelt(before, after))
    const stateOf = (entry: Entry): ItemState => ({
      ...(isCut && { title: entry.title }),
      text: editedText(entry, hasTitle),
      ...(hasOtherBox(before, after) && { status: entry.status }),
    })
    changes.push({ change: 'edited', ...item, before: stateOf(before), after: stateOf(after) })
  }
  if (before.status !== after.status && !hasOtherBox(before, after))
    changes.push({
      change: after.status === 'done' ? 'checked' : 'unchecked',
      ...item,
      before: { status: before.status },
      after: { status: after.status },
    })
  return changes
}

/** A sentence that got its full stop has the same title. */
function isRenamed(before: Entry, after: Entry): boolean {
  return withoutStop(before.title) !== withoutStop(after.title)
}

function withoutStop(title: string): string {
  return title.replace(STOP, '')
}

/** "." */
const STOP = /[.:;,…]$/u

/**
 * Whether a bullet says what it said, and its title ends elsewhere: at a hard line break, or a blank
 * line, that came or went. A reader was told of it twice, were the title one change and the text another.
 */
function isCutOtherwise(before: Entry, after: Entry): boolean {
  return after.kind === 'bullet' && isRenamed(before, after) && sayingOf(before) === sayingOf(after)
}

function sayingOf({ source, text }: Entry): string {
  return foldTitle(`${source}\n${text.replaceAll(BREAK, '\n')}`)
}

/** "\\\n", as a hard line break is rendered */
const BREAK = /\\\n/gu

function isEdited(before: Entry, after: Entry): boolean {
  return before.text !== after.text || hasOtherBox(before, after) || isRespelt(before, after)
}

/** The source of a title, without the strike that says that it is done. */
function bareSource({ source, status }: Entry): string {
  return status === 'done' ? (STRUCK.exec(source)?.[2] ?? source) : source
}

/** "~~done~~" */
const STRUCK = /^(~~?)(.*)\1$/u

/** Whether a title reads as before and is written otherwise: another link, other marks. */
function isRespelt(before: Entry, after: Entry): boolean {
  return !isRenamed(before, after) && bareSource(before) !== bareSource(after)
}

/** The text of an item that was edited; with its title, where the change is in that. */
function editedText(entry: Entry, hasTitle: boolean): string {
  return hasTitle
    ? [entry.source, entry.text].filter((text) => text !== '').join('\n\n')
    : entry.text
}

/** A box that comes or goes, or is half ticked, says neither done nor open again. */
function hasOtherBox(before: Entry, after: Entry): boolean {
  return before.status !== after.status && before.status !== 'done' && after.status !== 'done'
}
