/** Tells whether a merge left its marks in a text; a line of `=` alone may underline a title. */
export function hasConflict(text: string): boolean {
  return CONFLICT.test(text)
}

/** "<<<<<<< HEAD" */
const CONFLICT = /^(?:<{7}|>{7}) /mu
