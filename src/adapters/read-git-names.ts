import { decodeName } from './file-name.ts'

/** What git lists at a path. */
export type GitEntry = 'tracked' | 'sparse' | 'symlink' | 'submodule' | 'untracked'

/** The arguments whose output `readGitNames` reads: every name, with its tag and mode, in one run. */
export const listNamesArguments: readonly string[] = [
  'ls-files',
  '-z',
  '-t',
  '--stage',
  '--cached',
  '--others',
  '--deleted',
  '--exclude-standard',
]

/**
 * Reads git's list of names; files that are tracked and no longer there are left out.
 *
 * ```text
 * H 100644 e69de29bb2d1d6434b8b29ae775ad8c2e48c5391 0<TAB>docs/TODO.md
 * ? notes.md
 * ```
 */
export function readGitNames(output: Buffer): Map<string, GitEntry> {
  const entries = new Map<string, GitEntry>()
  const removed = new Set<string>()
  for (let start = 0; start < output.length;) {
    const end = endOf(output, start)
    const tag = String.fromCharCode(output[start] ?? 0)
    if (tag === '?') entries.set(decodeName(output.subarray(start + 2, end)), 'untracked')
    else {
      const name = decodeName(output.subarray(output.indexOf(TAB, start) + 1, end))
      if (tag === 'R') removed.add(name)
      else entries.set(name, entryOf(tag, output.toString('latin1', start + 2, start + 8)))
    }
    start = end + 1
  }
  for (const name of removed) entries.delete(name)
  return entries
}

const TAB = 9

function endOf(output: Buffer, start: number): number {
  const end = output.indexOf(0, start)
  return end === -1 ? output.length : end
}

function entryOf(tag: string, mode: string): GitEntry {
  if (mode === '160000') return 'submodule'
  // Git keeps such a name in its index while the file itself may be left out of the work tree.
  if (tag === 'S') return 'sparse'
  return mode === '120000' ? 'symlink' : 'tracked'
}
