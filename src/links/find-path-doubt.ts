import type { Book, LinkContext } from './link-context.ts'
import { slugs } from './slugs/index.ts'

/** Paths that a link may mean, where nothing stands at any of them. */
export interface AbsentPaths {
  /** From the repository's root, best first. */
  readonly paths: readonly string[]
  /** As the link has it. */
  readonly written: string
  readonly fromFile: string
}

/** Says why a link to paths where nothing stands may still be alive. */
export function findPathDoubt(absent: AbsentPaths, context: LinkContext): string | undefined {
  const book = context.bookOf(absent.fromFile)
  return book === undefined ? undefined : doubtOfBook(absent, book)
}

function doubtOfBook({ paths, written }: AbsentPaths, book: Book): string | undefined {
  if (paths.some((path) => isRedirect(path, book))) return '`book.toml` redirects the page'
  if (paths.some((path) => slugs.mdbook.generatedPages.test(pathInBook(path, book))))
    return 'mdBook writes such a page itself'
  // A book is mounted somewhere on its site, and the rest of the site is not in the repository.
  const isOfSite = written.startsWith('/') && !written.endsWith('.md')
  return isOfSite ? 'a page of the site around the book' : undefined
}

/** A link to the source of a page that is redirected is rendered as one to the page. */
function isRedirect(path: string, { redirects }: Book): boolean {
  const page = path.replace(SOURCE, '.html')
  return redirects.has(page) || redirects.has(`${path}/index.html`)
}

/** ".md" */
const SOURCE = /\.md$/u

/** Empty where the path is not among the book's sources. */
function pathInBook(path: string, { src }: Book): string {
  if (src === '') return path
  return path.startsWith(`${src}/`) ? path.slice(src.length + 1) : ''
}
