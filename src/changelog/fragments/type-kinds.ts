import type { ChangeType } from '../entry.ts'

/** What a tool calls changes that has the six types of Keep a Changelog for its own. */
export const typeKinds: Readonly<Record<ChangeType, string>> = {
  Added: 'Added',
  Changed: 'Changed',
  Deprecated: 'Deprecated',
  Removed: 'Removed',
  Fixed: 'Fixed',
  Security: 'Security',
}
