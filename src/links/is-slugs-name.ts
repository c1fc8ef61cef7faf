import { slugs, type SlugsName } from './slugs/index.ts'

/** Tells whether a word names a renderer. */
export function isSlugsName(word: string): word is SlugsName {
  return Object.hasOwn(slugs, word)
}
