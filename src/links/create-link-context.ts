import { basename } from 'node:path/posix'
import { CrossoffError } from '../errors.ts'
import type { MarkdownEngine } from '../markdown/markdown-engine.ts'
import type { FileTree } from '../ports.ts'
import { parseSourceText } from '../text/source-text.ts'
import { findBook } from './find-book.ts'
import { findSite } from './find-site.ts'
import { findSlugs } from './find-slugs.ts'
import { foldPage } from './fold-page.ts'
import { groupBy } from '../group-by.ts'
import { indexAnchors } from './index-anchors.ts'
import type { Book, LinkContext, PageReading } from './link-context.ts'
import type { LinkOptions } from './link-options.ts'
import { lazily, memoize } from './memoize.ts'
import { type FileOverlay, overlayFiles } from './overlay-files.ts'
import { readChapters } from './read-chapters.ts'
import { readSubmodules } from './read-submodules.ts'
import { readPage } from './read-page.ts'
import type { SlugsName } from './slugs/index.ts'
import { respellPath } from './respell-path.ts'
import { createFinder } from './similarity.ts'
import { stemOf } from './stem-of.ts'

/** What a check looks at. */
export interface LinkSources {
  readonly files: FileTree
  /** The Markdown documents of the repository. */
  readonly documents: readonly string[]
  readonly engine: MarkdownEngine
  readonly options: LinkOptions
}

/** Makes a context in which links are looked up; it keeps what it has read. */
export function createLinkContext(sources: LinkSources): LinkContext {
  const { engine, files, options } = sources
  const isAsked = (options.rules?.['reference/missing-path'] ?? 'off') !== 'off'
  const references = isAsked ? (options.references ?? []) : []
  const asked = {
    references,
    hasCode: options.wasTracked !== undefined,
    hasWikiLinks: options.hasWikiLinks === true,
  }
  return assemble(sources, (file) => {
    const bytes = files.read(file)
    if (bytes === undefined) return { kind: 'missing' }
    try {
      const source = parseSourceText(bytes, file)
      return { kind: 'page', page: readPage(engine.parse(source.text), source, asked) }
    } catch (error) {
      if (!(error instanceof CrossoffError) || error.code !== 'not-utf8') throw error
      return { kind: 'not-utf8', message: error.message }
    }
  })
}

/**
 * Makes the context that follows from changes of files: what did not change is not read again.
 *
 * @param changes The bytes of each changed file, or their text; `undefined` for one that is gone.
 */
export function changeLinkContext(
  context: LinkContext,
  changes: FileOverlay,
  engine: MarkdownEngine,
): LinkContext {
  const files = overlayFiles(context.files, changes)
  const changed = [...changes].filter(([, text]) => text !== undefined).map(([file]) => file)
  const kept = context.documents.filter((file) => !changes.has(file))
  const documents = [...new Set([...kept, ...changed])].sort(byCodeUnit)
  const { options } = context
  const fresh = createLinkContext({ files, documents, engine, options })
  const of = (file: string): LinkContext => (changes.has(file) ? fresh : context)
  const isSame = (file: string): boolean =>
    !changes.has(file) &&
    context.bookOf(file)?.slugSettings.isSmart === fresh.bookOf(file)?.slugSettings.isSmart
  return {
    ...assemble({ files, documents, options }, (file) => of(file).page(file)),
    anchors: (file, slugs) => (isSame(file) ? context : fresh).anchors(file, slugs),
  }
}

function byCodeUnit(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

function assemble(
  { files, documents, options }: Omit<LinkSources, 'engine'>,
  read: (file: string) => PageReading,
): LinkContext {
  const page = memoize(read)
  const bookOf = findBook(files)
  const chapters = new Map<Book, ReadonlySet<string> | undefined>()
  const siteOf = findSite(files)
  const submodules = lazily(() => {
    return readSubmodules(new TextDecoder().decode(files.read('.gitmodules')))
  })
  const slugsOf = memoize(findSlugs(options, { bookOf, siteOf }))
  const indexes = memoize((slugs: SlugsName) =>
    memoize((file) => indexAnchors(page(file), slugs, bookOf(file)?.slugSettings)),
  )
  const finderIn = memoize((directory) => createFinder(files.list(directory), stemOf))
  const names = lazily(() => groupBy(files.files(), (path) => basename(path)))
  const wikiPages = lazily(() => groupBy(files.files(), (path) => foldPage(basename(path))))
  return {
    files,
    documents,
    options,
    kindOf: (path) => (path === '' ? 'directory' : files.kindOf(path)),
    page,
    slugsOf,
    otherSlugsOf: (file) => options.otherSlugs?.(file) ?? [],
    bookOf,
    chaptersOf: (book) => {
      if (!chapters.has(book)) chapters.set(book, readChapters(book, page))
      return chapters.get(book)
    },
    siteOf: (file) => (bookOf(file) === undefined ? siteOf(file) : undefined),
    isNamed: (file) => typeof options.slugs === 'string' || options.slugs?.(file) !== undefined,
    submoduleOf: (path) => submodules().find((each) => `${path}/`.startsWith(`${each}/`)),
    anchors: (file, slugs) => indexes(slugs)(file),
    recall: () => undefined,
    respell: respellPath(files),
    closestIn: (directory, name) => finderIn(directory)(stemOf(name)),
    namesakes: (name) => names().get(name) ?? [],
    wikiPages: (name) => wikiPages().get(name) ?? [],
  }
}
