import type { Parse } from '../../editing/edited.ts'
import type { Changelog } from './changelog.ts'
import { readEntryWording } from './entry-lines.ts'
import type { EntryText } from './entry-text.ts'
import type { Recognized } from './recognized.ts'
import { recognizeEntries } from './recognize-entries.ts'
import type { Revision } from './revise-entries.ts'

/** What is to be done with entries, and with which bullets. */
export interface Judgement {
  /** Entries that the changelog does not have. */
  readonly missing: readonly EntryText[]
  /** Entries whose bullets nobody has touched, and that read otherwise now. */
  readonly outdated: readonly Revision[]
  /** Entries of items that came back, or were given up after all, whose bullets nobody has touched. */
  readonly withdrawn: readonly Revision[]
  /** Entries that stand there in a person's words. */
  readonly kept: readonly EntryText[]
  readonly reported: readonly ChangelogReport[]
}

/** Something that a changelog should say, or should not, and that only a person can mend. */
export interface ChangelogReport {
  /**
   * - `missing`: a release does not tell of it.
   * - `undone`: the item came back, and the changelog still tells of it.
   * - `unmarked`: nor does its release, but crossoff never kept that one.
   * - `older`: the changelog does not have that release.
   */
  readonly finding: 'missing' | 'undone' | 'unmarked' | 'older'
  /** Key of the entry. */
  readonly key: string
  /** Title of the release. */
  readonly release: string
}

/** Judges what the changelog says of entries; released sections and a person's words are never touched. */
export function judgeEntries(
  changelog: Changelog,
  texts: readonly EntryText[],
  parse: Parse,
): Judgement {
  const missing: EntryText[] = []
  const outdated: Revision[] = []
  const withdrawn: Revision[] = []
  const kept: EntryText[] = []
  const reported: ChangelogReport[] = []
  const found = recognizeEntries(changelog, texts, parse)
  for (const text of texts) {
    const { key, outcome, release, type } = text.entry
    const known = found.get(text)
    if (known === undefined) {
      if (outcome === 'undone' || type === undefined) continue
      if (release === undefined) missing.push(text)
      else reported.push({ finding: judgeReleased(changelog, release), key, release })
      continue
    }
    const revision = { ...known, text }
    const isOurs = isUntouched(known)
    const isNone = outcome === 'undone' || type === undefined
    if (isNone && isOurs && isRemovable(changelog, known)) withdrawn.push(revision)
    else if (isNone) {
      if (outcome === 'undone')
        reported.push({ finding: 'undone', key, release: known.release.title })
    } else if (!isOurs) kept.push(text)
    else if (known.release.isUnreleased && isOutdated(revision, parse)) outdated.push(revision)
  }
  return { missing, outdated, withdrawn, kept, reported }
}

/** What was released before crossoff kept the changelog is as people wrote it. */
function judgeReleased({ releases }: Changelog, version: string): ChangelogReport['finding'] {
  const sections = releases.filter((release) => release.version === version)
  if (sections.length === 0) return 'older'
  const bullets = sections.flatMap(({ entries }) => entries)
  return bullets.some(({ key }) => key !== undefined) ? 'missing' : 'unmarked'
}

function isUntouched({ bullet }: Recognized): boolean {
  return bullet.hash === bullet.wordingHash
}

/** What somebody put below the bullet would go along. */
function isRemovable({ document }: Changelog, { bullet, release }: Recognized): boolean {
  const own = document.syntax.get(bullet.item)?.own ?? []
  const isAlone = bullet.item.children.length === 0 && own.length === bullet.wordingBlocks
  return release.isUnreleased && isAlone
}

function isOutdated({ bullet, text }: Revision, parse: Parse): boolean {
  return readEntryWording(text, parse).hash !== bullet.hash
}
