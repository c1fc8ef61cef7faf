/**
 * Tells whether an address means the same wherever a link may stand: in parentheses, in angle brackets, in
 * a cell of a table, in an attribute of HTML, or as it is.
 */
export function canBeWritten(url: string): boolean {
  const plain = url.replaceAll(PARENTHESES, '')
  return WEB.test(url) && !MARKUP.test(plain) && !ENTITY.test(url) && !STOP.test(url)
}

/** "(bakery)" */
const PARENTHESES = /\([^()]*\)/gu

/** "https://" */
const WEB = /^https?:\/\//u

/** "|" */
const MARKUP = /[\s()<>[\]{}|*`'"\\]/u

/** "&copy;" */
const ENTITY = /&#?\w+;/u

/** What is taken for the end of a sentence: "." */
const STOP = /[.,:;!?_~]$/u
