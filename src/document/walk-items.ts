import type { Item } from './document.ts'

/** An item with its place among others. */
export interface ItemPlace {
  /** The item itself. */
  readonly item: Item
  /** The item it is a child of; absent for an outermost one. */
  readonly parent?: ItemPlace
  /** The children of its parent, or the outermost items. */
  readonly siblings: readonly Item[]
  /** Its place among `siblings`, 0-based. */
  readonly index: number
}

/** Lists all items with their places, parents before children, in document order. */
export function walkItems(items: readonly Item[], parent?: ItemPlace): ItemPlace[] {
  const places: ItemPlace[] = []
  const stack = level(items, parent)
  for (let place = stack.pop(); place !== undefined; place = stack.pop()) {
    places.push(place)
    for (const child of level(place.item.children, place)) stack.push(child)
  }
  return places
}

function level(siblings: readonly Item[], parent: ItemPlace | undefined): ItemPlace[] {
  const places = siblings.map((item, index) =>
    parent === undefined ? { item, siblings, index } : { item, parent, siblings, index },
  )
  return places.reverse()
}
