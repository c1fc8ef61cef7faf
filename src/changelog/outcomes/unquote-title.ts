/** Takes the quotation marks off a title that a trailer tells. */
export function unquoteTitle(title: string): string {
  return QUOTED.exec(title)?.[1] ?? title
}

/** "\"redb backend\"" */
const QUOTED = /^["“](.*)["”]$/u
