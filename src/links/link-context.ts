import type { FileKind, FileTree } from '../ports.ts'
import type { Link } from '../document/link.ts'
import type { Anchor } from './anchor.ts'
import type { Site } from './find-site.ts'
import type { LinkOptions } from './link-options.ts'
import type { Page } from './page.ts'
import type { Recollection } from './recollection.ts'
import type { SlugSettings } from './slugs/slug-definition.ts'
import type { SlugsName } from './slugs/index.ts'

/** What came of reading a document. */
export type PageReading =
  | { readonly kind: 'page'; readonly page: Page }
  | { readonly kind: 'not-utf8'; readonly message: string }
  | { readonly kind: 'missing' }

/** An mdBook that a file belongs to. */
export interface Book {
  /** Directory of its sources, from the repository's root. */
  readonly src: string
  /** Paths from the repository's root at which its site redirects. */
  readonly redirects: ReadonlySet<string>
  /** Whether a preprocessor may add chapters, or another program than mdBook's own makes the pages. */
  readonly hasOtherChapters: boolean
  /** What its settings say of anchors. */
  readonly slugSettings: SlugSettings
}

/** The anchors of a document, to look fragments up. */
export interface AnchorIndex {
  readonly page: Page
  /** In document order. */
  readonly anchors: readonly Anchor[]
  /** The first anchor of each name. */
  readonly byName: ReadonlyMap<string, Anchor>
  /** The first anchor of each name, folded as the renderer folds it. */
  readonly byFolded: ReadonlyMap<string, Anchor>
  /** Finds the first anchor that differs from a fragment by letter case or Unicode form only. */
  respell(fragment: string): Anchor | undefined
  /** Finds the anchor that is most like a fragment. */
  closest(fragment: string): Anchor | undefined
  /** Anchors of other releases of the renderer. */
  readonly others: ReadonlySet<string>
}

/** The documents and files that links are looked up in, each read at most once. */
export interface LinkContext {
  readonly files: FileTree
  /** The Markdown documents of the repository. */
  readonly documents: readonly string[]
  readonly options: LinkOptions
  /** Tells what stands at a path; the empty path is the root. */
  kindOf(path: string): FileKind | undefined
  /** Reads a document. */
  page(file: string): PageReading
  /** Tells whose anchors a document has. */
  slugsOf(file: string): SlugsName
  /** Tells whose anchors a link to a document has to have besides. */
  otherSlugsOf(file: string): readonly SlugsName[]
  /** Finds the book whose sources a file is among. */
  bookOf(file: string): Book | undefined
  /** Reads which documents are chapters of a book; `undefined` where nobody can tell. */
  chaptersOf(book: Book): ReadonlySet<string> | undefined
  /** Finds the site, other than a book, that a file is probably rendered into. */
  siteOf(file: string): Site | undefined
  /** Tells whether the config names the renderer of a file. */
  isNamed(file: string): boolean
  /** Finds the submodule that a path is, or is in, whose files the repository does not have. */
  submoduleOf(path: string): string | undefined
  /** Reads a document's anchors; `undefined` where it cannot be read. */
  anchors(file: string, slugs: SlugsName): AnchorIndex | undefined
  /** Tells what history knows of a dead link; `undefined` where nobody asked it, or it knows nothing. */
  recall(file: string, link: Link): Recollection | undefined
  /** Finds the path that differs from one by letter case or Unicode form only. */
  respell(path: string): string | undefined
  /** Finds the name in a directory that is most like another but for its extension. */
  closestIn(directory: string, name: string): string | undefined
  /** All files of a name, in any directory, sorted. */
  namesakes(name: string): readonly string[]
  /** Finds the files that a wiki calls by a name, folded by `foldPage`. */
  wikiPages(name: string): readonly string[]
}
