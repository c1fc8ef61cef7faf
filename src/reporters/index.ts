import type { Reporter } from './reporter.ts'

/** A form of findings that is loaded when it is asked for. */
export interface ReporterEntry {
  /** One sentence, lower case, no full stop. */
  readonly summary: string
  load(): Promise<Reporter>
}

/** The forms that findings are told in, by the word that users type. */
export const reporters = {
  text: {
    summary: 'the form for people',
    load: async () => (await import('./text.ts')).text,
  },
  json: {
    summary: 'the stable form for programs',
    load: async () => (await import('./json.ts')).json,
  },
} satisfies Record<string, ReporterEntry>

/** The word for a form of findings. */
export type ReporterName = keyof typeof reporters

/** Tells whether a word names a form of findings. */
export function isReporterName(word: string): word is ReporterName {
  return Object.hasOwn(reporters, word)
}
