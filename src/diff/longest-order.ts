/** A place that an item had or has, and how much it counts. */
export interface Ordered {
  /** Its place afterwards; different for each. */
  readonly place: number
  /** More than 0. */
  readonly weight: number
}

/**
 * Finds the items that kept their order: the heaviest run of growing places.
 *
 * @param items In their order before.
 * @returns For each item whether it is one of them.
 */
export function findLongestOrder(items: readonly Ordered[]): boolean[] {
  const ranks = new Map(
    items
      .map(({ place }) => place)
      .sort((a, b) => a - b)
      .map((place, index) => [place, index + 1]),
  )
  // A Fenwick tree: the heaviest run that ends at or before a rank, by the item that it ends with.
  const tree: (number | undefined)[] = []
  const sums: number[] = []
  const previous: (number | undefined)[] = []
  const better = (left: number | undefined, right: number | undefined): number | undefined => {
    if (left === undefined || right === undefined) return left ?? right
    return Number(sums[right]) > Number(sums[left]) ? right : left
  }
  let last: number | undefined
  items.forEach(({ place, weight }, index) => {
    const rank = Number(ranks.get(place))
    let before: number | undefined
    for (let at = rank - 1; at > 0; at -= at & -at) before = better(before, tree[at])
    previous.push(before)
    sums.push(weight + (before === undefined ? 0 : Number(sums[before])))
    for (let at = rank; at <= items.length; at += at & -at) tree[at] = better(tree[at], index)
    last = better(last, index)
  })
  const kept = items.map(() => false)
  for (; last !== undefined; last = previous[last]) kept[last] = true
  return kept
}
