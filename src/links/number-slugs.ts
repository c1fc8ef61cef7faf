/**
 * Makes a function that puts `-1`, `-2` … behind a slug that came before.
 *
 * Only what is given is counted, not what is made of it: `a`, `a`, `a-1` become `a`, `a-1`, `a-1`.
 */
export function numberSlugs(): (slug: string) => string {
  const counts = new Map<string, number>()
  return (slug) => {
    const count = counts.get(slug) ?? 0
    counts.set(slug, count + 1)
    return count === 0 ? slug : `${slug}-${count}`
  }
}
