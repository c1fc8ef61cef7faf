import type { FlagRule } from './refuse-contradictions.ts'

/** Which flags of `changelog` mean something only with, or only without, another one. */
export const changelogFlagRules: readonly FlagRule[] = [
  { flag: 'write', excludes: ['fragments', 'format'] },
  { flag: 'check', excludes: ['release', 'fragments', 'format'] },
  { flag: 'strict', needs: ['check'] },
  { flag: 'dry-run', needs: ['write', 'fragments'] },
  { flag: 'into', needs: ['fragments'] },
  { flag: 'package', needs: ['fragments'] },
]
