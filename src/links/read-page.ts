import type { Root } from 'mdast'
import { nodeSpan } from '../document/node-span.ts'
import { type HtmlAttribute, readHtmlAttributes } from '../document/read-html.ts'
import { readLinks } from '../document/read-links.ts'
import { readMentions } from '../document/read-mentions.ts'
import { visit } from '../markdown/visit.ts'
import type { ReferencePattern } from '../document/reference-pattern.ts'
import type { SourceText } from '../text/source-text.ts'
import type { Page } from './page.ts'
import { readForeignIds } from './read-foreign-ids.ts'
import { readHeadings } from './read-headings.ts'
import { readIgnores } from './read-ignores.ts'
import { readLabelsInCode } from './read-labels-in-code.ts'
import { readTerms } from './read-terms.ts'
import { readUndefinedReferences } from './read-undefined-references.ts'

/**
 * Reads what the checks need of a document.
 *
 * @param references What the config maps to a target; empty where nobody asks for it.
 */
export function readPage(
  root: Root,
  source: SourceText,
  references: readonly ReferencePattern[] = [],
): Page {
  const { text } = source
  return {
    source,
    links: readLinks(root, text),
    headings: readHeadings(root, text),
    ids: readIds(root, text),
    undefinedReferences: readUndefinedReferences(root, text),
    ignores: readIgnores(root, source),
    labelsInCode: readLabelsInCode(root, text),
    isDefinitionList: root.children.every((block) => NO_PROSE.has(block.type)),
    mentions:
      references.length === 0 ? [] : readMentions(root.children, text, { references }).references,
    foreignIds: readForeignIds(text),
    terms: readTerms(text),
    isOpen: INCLUSION.test(text),
  }
}

/** Blocks that a file of definitions may have beside them. */
const NO_PROSE = new Set(['definition', 'html', 'yaml', 'toml'])

/** "{{#include notes.md}}": mdBook; also Jekyll's, Hugo's, and MyST's and MkDocs' directives */
const INCLUSION =
  /\{\{#(?:rustdoc_)?include|\{%-?[ ]{0,9}include|\{\{[%<]|^```\{include\}|^--8<--/mu

/** Reads the ids that HTML tags give, in document order. */
export function readIds(root: Root, text: string): HtmlAttribute[] {
  const ids: HtmlAttribute[] = []
  visit(root, (node) => {
    if (node.type !== 'html') return
    for (const attribute of readHtmlAttributes(text, nodeSpan(node))) {
      const { name, tag } = attribute
      if (name === 'id' || (name === 'name' && tag === 'a')) ids.push(attribute)
    }
  })
  return ids
}
