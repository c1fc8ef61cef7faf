/** What a commit did to one path, against one parent. */
export interface RawChange {
  /** Blob id before; `undefined` where there was no file: nothing, a link or a submodule. */
  readonly before: string | undefined
  /** Blob id after; `undefined` as for `before`. */
  readonly after: string | undefined
}

/**
 * Parses what git prints of a change before its path.
 *
 * ```text
 * :100644 100644 62a05e87b2a5d3bd9ea47ba5c5f5cd2c1a0f0f10 5cb5b1f2e36b3a7f2b1b9d1b5a4b8d9f9b9c9d9e M
 *  before after  blob before                              blob after                               what
 * ```
 *
 * `undefined` where the text is none of that. Source: https://git-scm.com/docs/diff-format#_raw_output_format
 */
export function parseRawChange(text: string): RawChange | undefined {
  const [, before, after, idBefore, idAfter] = RAW_CHANGE.exec(text) ?? []
  if (before === undefined || after === undefined) return undefined
  return { before: fileOf(before, idBefore), after: fileOf(after, idAfter) }
}

/** Such as `:100644 000000 62a0…5e87 0000…0000 D`, or `… R086`. */
const RAW_CHANGE = /^:([0-7]{6}) ([0-7]{6}) ([0-9a-f]+) ([0-9a-f]+) [A-Z]\d*$/u

/** Files begin with `100`; `120000` is a symbolic link, `160000` a submodule, `000000` nothing. */
function fileOf(mode: string, id: string | undefined): string | undefined {
  return mode.startsWith('100') ? id : undefined
}
