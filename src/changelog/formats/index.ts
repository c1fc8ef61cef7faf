import type { FormatDefinition } from './format-definition.ts'
import { keepachangelog } from './keepachangelog.ts'
import { markdown } from './markdown.ts'

/** The forms in which a changelog is printed, by the word that users type. */
export const formats = { keepachangelog, markdown } satisfies Record<string, FormatDefinition>

/** The word for a form of changelogs. */
export type FormatName = keyof typeof formats

/** Tells whether a word names a form of changelogs. */
export function isFormatName(word: string): word is FormatName {
  return Object.hasOwn(formats, word)
}
