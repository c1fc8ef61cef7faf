import type { Change, ChangeKind } from '../../diff/change.ts'
import { cutText } from './cut-text.ts'

/** What to do to an item, as a commit says it, and the order in which it says so. */
const verbs: Readonly<Record<ChangeKind, string>> = {
  dropped: 'drop',
  checked: 'check',
  added: 'add',
  renamed: 'rename',
  moved: 'move',
  edited: 'edit',
  unchecked: 'uncheck',
}

/** Says what a commit does to one item, in so many characters: `rename "Shed" to "Tool shed"`. */
export function describeChange(change: Change, longest: number): string {
  const verb = verbs[change.change]
  const whole = `${verb} ${targetOf(change)}`
  if (Array.from(whole).length <= longest) return whole
  const title = change.before?.title ?? change.title
  return `${verb} ${quote(title, longest - verb.length - ' ""'.length)}`
}

/** Says what a commit does to several items: `drop 2 items, add 1`. */
export function countChanges(changes: readonly Change[]): string {
  const counts = Object.entries(verbs).flatMap(([kind, verb]) => {
    const { length } = changes.filter(({ change }) => change === kind)
    return length === 0 ? [] : [{ verb, length }]
  })
  return counts
    .map(({ verb, length }, index) => {
      const noun = length === 1 ? ' item' : ' items'
      return `${verb} ${length}${index === 0 ? noun : ''}`
    })
    .join(', ')
}

function targetOf({ title, path, before }: Change): string {
  if (before?.title !== undefined) return `${quote(before.title)} to ${quote(title)}`
  const [parent, last] = [path.at(-2), before?.path?.at(-2)]
  return before?.path === undefined || parent === undefined || parent === last
    ? quote(title)
    : `${quote(title)} to ${quote(parent)}`
}

function quote(title: string, longest = Number.MAX_SAFE_INTEGER): string {
  return `"${cutText(title === '' ? '(untitled)' : title, longest)}"`
}
