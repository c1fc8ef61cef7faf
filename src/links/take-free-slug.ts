/** Slugs that are in use, each with the number up to which those made of it are. */
export type UsedSlugs = Map<string, number>

/**
 * Takes the first slug that is free: itself, else with `-1`, `-2` … behind it; it is in use from then on.
 *
 * What is in use stays so, and each search goes on where the last one of that slug ended: of thousands of
 * equal headings, none asks for all numbers again.
 */
export function takeFreeSlug(slug: string, used: UsedSlugs): string {
  const known = used.get(slug)
  if (known === undefined) {
    used.set(slug, 0)
    return slug
  }
  let count = known + 1
  while (used.has(`${slug}-${count}`)) count++
  const free = `${slug}-${count}`
  used.set(slug, count).set(free, 0)
  return free
}

/** Puts a slug in use that is not asked whether it is free. */
export function keepSlug(slug: string, used: UsedSlugs): void {
  if (!used.has(slug)) used.set(slug, 0)
}
