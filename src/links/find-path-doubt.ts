import { dirname } from 'node:path/posix'
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
  const unseen = absent.paths.find((path) => isUnseen(path, context))
  if (unseen !== undefined) return `the files around \`${unseen}\` are not in the repository`
  const book = context.bookOf(absent.fromFile)
  if (book !== undefined) return doubtOfBook(absent, book)
  const site = context.siteOf(absent.fromFile)?.title
  return site !== undefined && isRoute(absent.written) ? `a page of ${site}` : undefined
}

/** A submodule that is not checked out is an empty directory. */
function isUnseen(path: string, context: LinkContext): boolean {
  if (context.submoduleOf(path) !== undefined) return true
  for (let at = dirname(path); at !== '.'; at = dirname(at)) {
    if (context.kindOf(at) === 'directory') return context.files.list(at).length === 0
  }
  return false
}

/** Whether a path is for the site's routes; a relative path to a file is for its sources. */
function isRoute(written: string): boolean {
  return ROOTED.test(written) || HTML.test(written) || !EXTENSION.test(written)
}

/** "/guide", "@/img/loaf.png", "~/img/loaf.png": from a root, or from what stands for one */
const ROOTED = /^[/@~]/u

/** "guide.html" */
const HTML = /\.html?$/iu

/** "guide.md" */
const EXTENSION = /\.[a-z][a-z\d]{0,9}$/iu

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
