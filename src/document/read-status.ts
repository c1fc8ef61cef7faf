import type { ListItem, Paragraph, PhrasingContent } from 'mdast'
import type { ItemStatus } from './document.ts'

/** What a list item's checkbox, or a struck title, says. */
export interface Status {
  readonly status: ItemStatus
  /** Characters of the paragraph that a checkbox unknown to GFM takes, white space included. */
  readonly boxLength: number
}

/** Reads the status of a bullet. */
export function readBulletStatus(node: ListItem, paragraph: Paragraph | undefined): Status {
  if (typeof node.checked === 'boolean')
    return { status: node.checked ? 'done' : 'open', boxLength: 0 }
  const first = paragraph?.children[0]
  const box = first?.type === 'text' ? OTHER_BOX.exec(first.value) : null
  if (box !== null) return { status: 'other', boxLength: box[0].length }
  return {
    status: paragraph !== undefined && isStruck(paragraph.children) ? 'done' : 'none',
    boxLength: 0,
  }
}

/** "[/] half done" */
const OTHER_BOX = /^\[[^\s[\]\\]\][ \t]+/u

/**
 * Tells whether a run of inline nodes is struck through as a whole.
 *
 * @param cut Cuts what is no part of the title off the text behind the strike: an id, a colon.
 */
export function isStruck(
  children: readonly PhrasingContent[],
  cut: (text: string) => string = (text) => text,
): boolean {
  let struck = false
  for (const child of children) {
    if (child.type === 'delete') struck = true
    else if (child.type !== 'text' || (struck ? cut(child.value) : child.value).trim() !== '')
      return false
  }
  return struck
}
