/**
 * Finds what comments begin with in a message that git has prepared and chosen it for (`auto`).
 *
 * Git's own comments stand at the end, and are more than one line. Where there are none, the one that git would choose is told:
 * the first that no line begins with.
 *
 * Source: https://git-scm.com/docs/git-config#Documentation/git-config.txt-corecommentChar
 */
export function findCommentString(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const scissors = lines.find((line) => SCISSORS.test(line))
  const tail = scissors === undefined ? lines.slice(-2) : [scissors, scissors]
  const [first = '', second] = tail.map((line) => line.charAt(0))
  if (first === second && CHOICE.includes(first)) return first
  return Array.from(CHOICE).find((each) => !lines.some((line) => line.startsWith(each))) ?? '#'
}

/** In git's order. */
const CHOICE = '#;@!$%^&|:'

/** "# ------------------------ >8 ------------------------" */
const SCISSORS = /^\S+ -{24} >8 -{24}\r?$/u
