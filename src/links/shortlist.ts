/**
 * Makes a function that lists the texts that have most in common with another, so that only those need to
 * be compared with it: all of them where they are few, else those that share its rarest words and runs of
 * three letters.
 *
 * @param most How many texts are listed at most.
 * @returns Gives places in `texts`, ascending.
 */
export function createShortlist(
  texts: readonly string[],
  most: number,
): (text: string) => readonly number[] {
  const all = texts.map((_, index) => index)
  if (texts.length <= most) return () => all
  const holders = new Map<string, number[]>()
  for (const [index, text] of texts.entries()) {
    for (const feature of listFeatures(text)) {
      const held = holders.get(feature)
      if (held === undefined) holders.set(feature, [index])
      else held.push(index)
    }
  }
  return (text) => {
    const lists = [...listFeatures(text)].flatMap((feature) => {
      const held = holders.get(feature)
      return held === undefined ? [] : [held]
    })
    // What few have tells most.
    lists.sort((a, b) => a.length - b.length)
    const listed = new Set<number>()
    for (const list of lists) {
      if (listed.size >= most) break
      for (const index of list.slice(0, most - listed.size)) listed.add(index)
    }
    return [...listed].sort((a, b) => a - b)
  }
}

/** A word is told from letters by the spaces around it. */
function listFeatures(text: string): Set<string> {
  const padded = ` ${text.slice(0, LONGEST).replaceAll(SEPARATOR, ' ')} `
  const features = new Set(
    padded
      .trim()
      .split(' ')
      .map((word) => ` ${word} `),
  )
  for (let at = 0; at + LETTERS <= padded.length; at++) {
    features.add(padded.slice(at, at + LETTERS))
  }
  return features
}

/** "-" */
const SEPARATOR = /[-_. /]+/gu

/** What comes behind so many characters tells no more. */
const LONGEST = 200

const LETTERS = 3
