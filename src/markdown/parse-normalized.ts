import type { Root } from 'mdast'
import { hasFrontmatter } from './has-frontmatter.ts'
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
  const root = parse(shielded.text, { frontmatter: hasFrontmatter(text) })
  restoreSource(root, shielded)
  linkBareUrls(root, text)
  return root
}
