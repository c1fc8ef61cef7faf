import { readStems } from './read-stems.ts'

/**
 * Tells whether a text is about an item: it has words that say something, half as many as the title has,
 * or three. Endings do not count: `stores` is `store`.
 *
 * @param around The title of the section around the item, whose words count too.
 */
export function sharesWords(text: string, title: string, around = ''): boolean {
  const needed = Math.min(readStems(title).size / 2, 3)
  if (needed === 0) return false
  const there = readStems(text)
  const shared = [...readStems(`${title} ${around}`)].filter((stem) => there.has(stem)).length
  return shared >= needed
}
