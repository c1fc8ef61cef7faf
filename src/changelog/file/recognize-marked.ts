import type { Parse } from '../../editing/edited.ts'
import { readEntryWording } from './entry-lines.ts'
import type { EntryText } from './entry-text.ts'
import { isOfItsTime } from './is-of-its-time.ts'
import { itemOfKey } from './marker.ts'
import type { Recognized } from './recognized.ts'

/**
 * Finds the entries that crossoff wrote into the changelog before.
 *
 * By the key in a marker; by the item alone, where no other entry has that bullet's key; by the wording, as
 * squashed commits and shallow clones make another item of the same change. What came back has the last
 * choice: an item that left once more goes on with the bullet of the time before.
 *
 * @param bullets Bullets that have a marker; of several with one key the first counts.
 */
export function recognizeMarked(
  bullets: readonly Recognized[],
  texts: readonly EntryText[],
  parse: Parse,
): Map<EntryText, Recognized> {
  const found = new Map<EntryText, Recognized>()
  const free = firstOfEachKey(bullets)
  const claim = (
    those: readonly EntryText[],
    describe: (text: EntryText) => (known: Recognized) => boolean,
  ): void => {
    for (const text of those) {
      if (found.has(text)) continue
      const match = free.find(describe(text))
      if (match === undefined) continue
      found.set(text, match)
      free.splice(free.indexOf(match), 1)
    }
  }
  const undone = texts.filter(({ entry }) => entry.outcome === 'undone')
  const left = texts.filter(({ entry }) => entry.outcome !== 'undone')
  const taken = new Set<string | undefined>(undone.map(({ entry }) => entry.key))
  claim(left, hasKey)
  claim(left, (text) => {
    const isItem = hasItem(text)
    return (known) =>
      isItem(known) && (!taken.has(known.bullet.key) || isOfItsTime(known.release, text.entry))
  })
  claim(undone, hasKey)
  claim(undone, hasItem)
  claim(left, (text) => {
    const { hash } = readEntryWording(text, parse)
    return ({ bullet, release }) =>
      isOfItsTime(release, text.entry) && (bullet.hash === hash || bullet.wordingHash === hash)
  })
  return found
}

function firstOfEachKey(bullets: readonly Recognized[]): Recognized[] {
  const keys = new Set<string | undefined>([undefined])
  return bullets.filter(({ bullet: { key } }) => !keys.has(key) && keys.add(key))
}

function hasKey({ entry }: EntryText): (known: Recognized) => boolean {
  return ({ bullet }) => bullet.key === entry.key
}

function hasItem({ entry }: EntryText): (known: Recognized) => boolean {
  const item = itemOfKey(entry.key)
  return ({ bullet }) => itemOfKey(bullet.key ?? '') === item
}
