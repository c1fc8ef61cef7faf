/** Tells whether a path leads to something below another path. */
export function isWithin(path: readonly string[], parent: readonly string[]): boolean {
  return path.length > parent.length && parent.every((title, level) => title === path[level])
}
