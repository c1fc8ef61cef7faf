import type { Severity } from '../diagnostic.ts'

/** What each form calls how much a finding matters. */
export const hostSeverities = {
  github: { error: 'error', warning: 'warning', hint: 'notice' },
  sarif: { error: 'error', warning: 'warning', hint: 'note' },
  gitlab: { error: 'major', warning: 'minor', hint: 'info' },
  rdjson: { error: 'ERROR', warning: 'WARNING', hint: 'INFO' },
  checkstyle: { error: 'error', warning: 'warning', hint: 'info' },
} as const satisfies Record<string, Record<Severity, string>>
