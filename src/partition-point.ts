/**
 * Finds where a sorted row is cut in two, in as many steps as its length has binary digits.
 *
 * @param length How many there are; a test that holds for one holds for all before it.
 * @param isBefore Tells of a place, from 0, whether it lies before the cut.
 * @returns How many lie before the cut.
 */
export function partitionPoint(length: number, isBefore: (place: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (isBefore(middle)) low = middle + 1
    else high = middle
  }
  return low
}
