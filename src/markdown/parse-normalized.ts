import type { Root } from 'mdast'
import { frontmatterEnd } from './frontmatter-end.ts'
import { linkBareUrls } from './link-bare-urls.ts'
import { restoreSource } from './restore-source.ts'
import { shieldSource } from './shield-source.ts'

/** Parses a text by one of the parsers, as it is. */
export type RawParse = (text: string, features: { readonly frontmatter: boolean }) => Root

/**
 * Parses a text so that every engine gives the same tree, where it matters to items.
 *
 * What engines read differently is kept from them, or read anew from the source, by what GitHub
 * does; `docs/reference/parser-differences.md` lists the rest.
 */
export function parseNormalized(text: string, parse: RawParse): Root {
  const shielded = shieldSource(text)
  const root = parse(shielded.text, { frontmatter: frontmatterEnd(text) > 0 })
  restoreSource(root, shielded)
  startSetextHeadings(root)
  linkBareUrls(root, text)
  return root
}

/** Starts a heading behind the definitions that stand right before it, which remark counts in. */
function startSetextHeadings(root: Root): void {
  for (const node of root.children) {
    const first = node.type === 'heading' ? node.children[0]?.position?.start : undefined
    if (first === undefined || node.position === undefined) continue
    if (first.line > node.position.start.line) node.position.start = first
  }
}
