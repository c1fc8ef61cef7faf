/** Folds what people do not remember of a title: case, white space, backticks and emphasis. */
export function foldText(text: string): string {
  return text.replaceAll(MARKS, '').replaceAll(WHITE_SPACE, ' ').trim().toLowerCase()
}

/** "`a` **b**" */
const MARKS = /[`*_~]/gu

/** "a\n  b" */
const WHITE_SPACE = /\s+/gu
