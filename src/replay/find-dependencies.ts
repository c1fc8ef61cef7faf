import type { Footprint } from './footprint.ts'

/**
 * Finds which operations of a plan have to stay behind which.
 *
 * Those that do not depend on each other, through others neither, give the same bytes in any order.
 *
 * @returns For each operation the places in the plan, from 0, of the earlier ones that it depends on.
 */
export function findDependencies(footprints: readonly Footprint[]): number[][] {
  return footprints.map((later, index) =>
    footprints
      .slice(0, index)
      .flatMap((earlier, place) => (isBound(earlier, later) ? [place] : [])),
  )
}

function isBound(earlier: Footprint, later: Footprint): boolean {
  return (
    earlier.isHabitual ||
    later.isHabitual ||
    overlap(earlier.touches, later.touches) ||
    overlap(earlier.touches, later.ways) ||
    overlap(earlier.ways, later.touches) ||
    overlap(earlier.trees, later.guards) ||
    overlap(earlier.guards, later.trees) ||
    overlap(earlier.names, later.names)
  )
}

function overlap(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  for (const each of left) if (right.has(each)) return true
  return false
}
