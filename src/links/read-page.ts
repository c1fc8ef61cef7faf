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
import { readWikiLinks } from './read-wiki-links.ts'
import { readUndefinedReferences } from './read-undefined-references.ts'

/** What a check looks for beside links. */
export interface AskedMentions {
  /** What the config maps to a target. */
  readonly references?: readonly ReferencePattern[]
  /** Whether inline code is read. */
  readonly hasCode?: boolean
  /** Whether links of a wiki are read. */
  readonly hasWikiLinks?: boolean
}

/**
 * Reads what the checks need of a document.
 *
 * @param asked What is looked for in prose and in code; empty where nobody asks for it.
 */
export function readPage(root: Root, source: SourceText, asked: AskedMentions = {}): Page {
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
    ...readAsked(root, text, asked),
    wikiLinks: asked.hasWikiLinks === true ? readWikiLinks(root, text) : [],
    foreignIds: readForeignIds(text),
    terms: readTerms(text),
    isOpen: INCLUSION.test(text),
  }
}

function readAsked(
  root: Root,
  text: string,
  { references = [], hasCode = false }: AskedMentions,
): Pick<Page, 'mentions' | 'code'> {
  if (references.length === 0 && !hasCode) return { mentions: [], code: [] }
  const found = readMentions(root.children, text, { references })
  return { mentions: found.references, code: hasCode ? found.code : [] }
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
