import type { Link } from '../document/link.ts'
import type { Finding } from './finding.ts'
import type { LinkContext } from './link-context.ts'
import type { LinkVerdict } from './link-verdict.ts'
import { parseTarget } from './parse-target.ts'
import { slugs } from './slugs/index.ts'

/**
 * Finds a link from a chapter of an mdBook to a document that is none: the file is there, and the book has no
 * such page. mdBook copies all files but those that end in `.md`.
 *
 * Source: https://github.com/rust-lang/mdBook/blob/master/crates/mdbook-html/src/html_handlebars/hbs_renderer.rs
 */
export function checkChapter(
  link: Link,
  { status, file }: LinkVerdict,
  fromFile: string,
  context: LinkContext,
): Finding | undefined {
  // What is dead is told; what an origin or the config leads to is not this book's page.
  if (status === 'dead' || file?.endsWith('.md') !== true || parseTarget(link.url).scheme !== '')
    return undefined
  const book = context.bookOf(fromFile)
  if (book === undefined || context.bookOf(file) !== book) return undefined
  const chapters = context.slugsOf(fromFile) === 'mdbook' ? context.chaptersOf(book) : undefined
  if (chapters?.has(fromFile) !== true || chapters.has(file)) return undefined
  const page = file.replace(SOURCE, '.html')
  const inBook = book.src === '' ? page : page.slice(book.src.length + 1)
  if (book.redirects.has(page) || slugs.mdbook.generatedPages.test(inBook)) return undefined
  return {
    code: 'link/not-in-book',
    span: link.urlSpan,
    message: `\`${file}\` is no chapter: \`SUMMARY.md\` does not list it`,
    help: 'list it there, or the book has no such page',
  }
}

/** ".md" */
const SOURCE = /\.md$/u
