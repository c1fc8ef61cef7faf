/**
 * Finds the ids that some renderer other than GitHub would take from a text.
 *
 * `{#id}` and `{: #id}` stand behind headings, paragraphs or spans (Pandoc, kramdown, Docusaurus),
 * `(id)=` before a heading (MyST). Where they are found in code, a dead link is at most overlooked.
 */
export function readForeignIds(text: string): ReadonlySet<string> {
  const ids = new Set<string>()
  for (const [block] of text.matchAll(BLOCK)) {
    for (const [, id] of block.matchAll(ID)) if (id !== undefined) ids.add(id)
  }
  for (const [, id] of text.matchAll(TARGET)) if (id !== undefined) ids.add(id)
  return ids
}

/** "{: #builders .wide}" */
const BLOCK = /\{[^{}\r\n]*\}/gu

/** "#builders" */
const ID = /#([\p{L}\p{N}_:.-]+)/gu

/** "(builders)=" */
const TARGET = /^\(([^()\r\n]+)\)=/gmu
