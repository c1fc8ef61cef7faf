/**
 * Makes the test that tells sections that keep what is done.
 *
 * @param told Title of the archive, as the config says; else the usual ones are meant.
 */
export function createArchiveTest(told: string | undefined): (title: string) => boolean {
  if (told !== undefined) return (title) => fold(title) === fold(told)
  return (title) => USUAL.test(fold(title))
}

/** Signs and colours around the words do not count. */
function fold(title: string): string {
  return title.toLowerCase().replaceAll(SIGNS, ' ').trim()
}

/** "✅ " */
const SIGNS = /[^\p{L}\p{N}]+/gu

/** "Done" */
const USUAL = /^(?:archived?|closed|completed?|done|finished|recently (?:completed|done)|shipped)$/u
