/** Writes how many of something there are: `1 link`, `2 links`. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
