/**
 * Finds where the frontmatter that a text begins with ends.
 *
 * remark takes an opening fence without an end for a thematic break, but then reads the line
 * behind it as if it stood in the middle of a paragraph, where an empty bullet begins no list.
 *
 * @returns The UTF-16 offset behind the closing fence's line; 0 where there is no frontmatter.
 */
export function frontmatterEnd(text: string): number {
  const fence = OPENING.exec(text)?.[1]
  if (fence === undefined) return 0
  const closing = (fence === '---' ? YAML_CLOSING : TOML_CLOSING).exec(text.slice(fence.length))
  return closing === null ? 0 : fence.length + closing.index + closing[0].length
}

/** "---" */
const OPENING = /^(---|\+\+\+)[ \t]*[\r\n]/u

/** "---", on a line of its own */
const YAML_CLOSING = /[\r\n]---[ \t]*(?:\r\n|[\r\n]|$)/u

/** "+++", on a line of its own */
const TOML_CLOSING = /[\r\n]\+\+\+[ \t]*(?:\r\n|[\r\n]|$)/u
