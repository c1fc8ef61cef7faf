import { json } from './json.ts'
import type { ReporterDefinition } from './reporter.ts'
import { text } from './text.ts'

/** The forms that reports are printed in, by the word that users type. */
export const reporters = { text, json } satisfies Record<string, ReporterDefinition>

/** The word for a form of reports. */
export type ReporterName = keyof typeof reporters

/** Tells whether a word names a form of reports. */
export function isReporterName(word: string): word is ReporterName {
  return Object.hasOwn(reporters, word)
}
