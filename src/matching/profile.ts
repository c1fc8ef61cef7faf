import { readWords, weigh, type Words } from './read-words.ts'
import { entryAt } from './pairing.ts'
import type { Forest } from './forest.ts'

/** What an item says, as it is compared with others. */
export interface Profile {
  /** The words of its title, its title counted again with its text. */
  readonly title: Words
  readonly own: Words
  /** The words of all below it that is not paired yet. */
  readonly below: Words
  readonly titleWeight: number
  readonly ownWeight: number
}

/** An item that is not paired yet. */
export interface FreeItem {
  readonly number: number
  readonly profile: Profile
}

/** Reads the profile of an item. */
export function readProfile(
  forest: Forest,
  number: number,
  isFree: (number: number) => boolean,
): Profile {
  const { title, text } = entryAt(forest, number)
  const titleWords = readWords(title)
  const own = readWords(`${title}\n${title}\n${text}`)
  const below = readWords(readBelow(forest, number, isFree))
  return {
    title: titleWords,
    own,
    below,
    titleWeight: weigh(titleWords),
    ownWeight: weigh(own),
  }
}

function readBelow(forest: Forest, number: number, isFree: (number: number) => boolean): string {
  const texts: string[] = []
  const end = Math.min(Number(forest.ends[number]), number + MOST)
  for (let below = number + 1; below < end; below++) {
    if (!isFree(below)) continue
    const { title, text } = entryAt(forest, below)
    texts.push(title, text)
  }
  return texts.join('\n')
}

/** What stands below an item shows well enough by its first items what it is. */
const MOST = 200
