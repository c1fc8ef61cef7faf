import type { Change } from '../diff/change.ts'
import type { WordDiff } from '../reporters/report.ts'

/** Compares the titles and texts of items that were renamed or edited, word by word. */
export async function diffWords(changes: readonly Change[]): Promise<WordDiff[]> {
  // Only asked for with `--patch`.
  const { diffWordsWithSpace } = await import('diff')
  return changes.flatMap(({ before, after }, change): WordDiff[] => {
    const [old, revised] = [before?.text ?? before?.title, after?.text ?? after?.title]
    if (old === undefined || revised === undefined || old === revised) return []
    const parts = diffWordsWithSpace(old, revised).map(({ value, added, removed }) => ({
      text: value,
      kind: added ? ('added' as const) : removed ? ('removed' as const) : ('kept' as const),
    }))
    return [{ change, parts }]
  })
}
