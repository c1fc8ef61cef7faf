import { json } from './json.ts'
import type { ReporterDefinition } from './reporter.ts'
import { text } from './text.ts'

/** The forms that reports are printed in, by the word that users type. */
export const reporters = { text, json } satisfies Record<string, ReporterDefinition>
