/**
 * Finds the ids that some renderer other than GitHub would take from a text.
 *
 * `{#id}` and `{: #id}` stand behind headings, paragraphs or spans (Pandoc, kramdown, Docusaurus),
 * `(id)=` before a heading (MyST). Where they are found in code, a dead link is at most overlooked.
 */
export function readForeignIds(text: string): ReadonlySet<string> {
  const ids = new Set<string>()
  for (const [block] of text.matchAll(BLOCK)) {
    // A class of all letters takes milliseconds to compile, and most braces hold no id.
    if (!block.includes('#')) continue
    for (const [id] of block.matchAll(ID)) ids.add(id.slice('#'.length))
  }
  if (!text.includes(')=')) return ids
  for (const [id] of text.matchAll(TARGET)) ids.add(id.slice('('.length, -')='.length))
  return ids
}

/** "{: #builders .wide}" */
const BLOCK = /\{[^{}\r\n]*\}/gu

/** "#builders" */
const ID = /#[\p{L}\p{N}_:.-]+/gu

/** "(builders)=" */
const TARGET = /^\([^()\r\n]+\)=/gmu
