import type { Heading } from '../heading.ts'
import type { Page } from '../page.ts'

/** What the settings of a book say of its anchors. */
export interface SlugSettings {
  /** Whether `--` is a dash and `...` an ellipsis; absent where nothing says so, and releases differ. */
  readonly isSmart?: boolean
}

/** How one renderer turns headings into anchors, and rendered paths into files. */
export interface SlugDefinition {
  /** One sentence, as the reference shows it. */
  readonly summary: string
  /** URL of the rules that are followed. */
  readonly source: string
  /** Hosts that show the documents of a repository with these anchors, in lower case. */
  readonly hosts?: RegExp
  /** Whether the renderer takes an attribute block, `{#id}`, off a heading's text. */
  readonly readsAttributes: boolean
  /** Names that a directory's page may have, in lower case, best first. */
  readonly indexes: readonly string[]
  /** Fragments that the renderer, or the site around it, makes without a heading. */
  readonly generated: RegExp
  /** Paths from the root of the rendered site that the renderer writes without a source. */
  readonly generatedPages: RegExp
  /** Whether the terms of definition lists get anchors. */
  readonly namesTerms: boolean
  /** Reads the id that a heading's author gives it, in a form that the renderer knows. */
  idOf(heading: Heading): string | undefined
  /**
   * Gives the anchor of each heading of a document, in order; `undefined` where one gets none.
   *
   * @param headings All headings of the document, in document order.
   * @param settings Those of the document's book.
   */
  slug(headings: readonly Heading[], settings?: SlugSettings): readonly (string | undefined)[]
  /** Anchors that other releases of the renderer give: a link to one is unknown, not dead. */
  otherSlugs(headings: readonly Heading[], settings?: SlugSettings): readonly (string | undefined)[]
  /** Whether a page may have anchors that cannot be told from its text. */
  hides?(page: Pick<Page, 'headings' | 'source'>): boolean
  /** Brings an anchor and a fragment to the form in which the renderer compares them. */
  foldFragment(fragment: string): string
  /** Source files that a rendered path, or one of a page's other names, may come from, best first. */
  sourcesOf(path: string): readonly string[]
}
