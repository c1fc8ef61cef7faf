/** Takes the first slug that is free: itself, else with `-1`, `-2` … behind it; it is in use from then on. */
export function takeFreeSlug(slug: string, used: Set<string>): string {
  let free = slug
  for (let count = 1; used.has(free); count++) free = `${slug}-${count}`
  used.add(free)
  return free
}
