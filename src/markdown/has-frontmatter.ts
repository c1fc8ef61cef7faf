/**
 * Tells whether a text begins with frontmatter that ends.
 *
 * remark takes an opening fence without an end for a thematic break, but then reads the line
 * behind it as if it stood in the middle of a paragraph, where an empty bullet begins no list.
 */
export function hasFrontmatter(text: string): boolean {
  const fence = OPENING.exec(text)?.[1]
  if (fence === undefined) return false
  return (fence === '---' ? YAML_CLOSING : TOML_CLOSING).test(text.slice(fence.length))
}

/** "---" */
const OPENING = /^(---|\+\+\+)[ \t]*[\r\n]/u

/** "---", on a line of its own */
const YAML_CLOSING = /[\r\n]---[ \t]*(?:[\r\n]|$)/u

/** "+++", on a line of its own */
const TOML_CLOSING = /[\r\n]\+\+\+[ \t]*(?:[\r\n]|$)/u
