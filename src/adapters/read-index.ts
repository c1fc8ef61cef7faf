import { decodeName } from './file-name.ts'

/** What the index has at a path. */
export interface IndexEntry {
  readonly kind: 'file' | 'symlink' | 'submodule'
  /** Six octal digits, as git prints them. */
  readonly mode: string
  /** Blob id; of a submodule, that of its commit. */
  readonly id: string
  /** Whether a merge left more than one version of it. */
  readonly isUnmerged: boolean
  /** Whether git was told not to look at it in the work tree: a sparse checkout, `--assume-unchanged`. */
  readonly isHeld: boolean
}

/** The arguments whose output `readIndex` reads. */
export const listIndexArguments: readonly string[] = ['ls-files', '-z', '--stage', '-v']

/**
 * Reads git's list of what its index has, by path.
 *
 * ```text
 * H 100644 e69de29bb2d1d6434b8b29ae775ad8c2e48c5391 0<TAB>docs/TODO.md
 * ```
 *
 * Of a file that is in conflict our own version counts, stage 2, where there is one.
 *
 * Source: https://git-scm.com/docs/git-ls-files#_output
 */
export function readIndex(output: Buffer): Map<string, IndexEntry> {
  const entries = new Map<string, IndexEntry>()
  for (let start = 0; start < output.length;) {
    const end = endOf(output, start)
    const tab = output.indexOf(TAB, start)
    const [tag = '', mode = '', id = '', stage] = output.toString('latin1', start, tab).split(' ')
    const path = decodeName(output.subarray(tab + 1, end))
    if (stage !== THEIRS || !entries.has(path)) {
      entries.set(path, {
        kind: kindOf(mode),
        mode,
        id,
        isUnmerged: stage !== MERGED,
        isHeld: HELD.test(tag),
      })
    }
    start = end + 1
  }
  return entries
}

const TAB = 9

/** "S" is left out of the work tree; what is assumed to be unchanged has a small letter. */
const HELD = /^[Sa-z]/u
const MERGED = '0'
const THEIRS = '3'

function endOf(output: Buffer, start: number): number {
  const end = output.indexOf(0, start)
  return end === -1 ? output.length : end
}

function kindOf(mode: string): IndexEntry['kind'] {
  if (mode === '160000') return 'submodule'
  return mode === '120000' ? 'symlink' : 'file'
}
