/** Splits a command at white space; quotes, single or double, hold a word together and are dropped. */
export function splitWords(command: string): string[] {
  return [...command.matchAll(WORD)].map(([word]) =>
    word.replaceAll(QUOTED, (_, double?: string, single?: string) => double ?? single ?? ''),
  )
}

/** `"a b"c` */
const WORD = /(?:[^\s"']|"[^"]*"|'[^']*'|["'])+/gu

/** `"a b"` */
const QUOTED = /"([^"]*)"|'([^']*)'/gu
