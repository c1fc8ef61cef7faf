import type { HtmlAttribute } from '../document/read-html.ts'
import type { Link } from '../document/link.ts'
import type { Mention, Reference } from '../document/document.ts'
import type { SourceText } from '../text/source-text.ts'
import type { Span } from '../text/span.ts'
import type { Heading } from './heading.ts'
import type { WikiLink } from './read-wiki-links.ts'

/** What the checks need of a document; its syntax tree is not kept. */
export interface Page {
  readonly source: SourceText
  /** Every link, in document order. */
  readonly links: readonly Link[]
  /** Every heading, in document order. */
  readonly headings: readonly Heading[]
  /** Ids that HTML tags give, in document order: `id` of any tag, `name` of an `a`. */
  readonly ids: readonly HtmlAttribute[]
  /** References that no definition answers, in document order. */
  readonly undefinedReferences: readonly UndefinedReference[]
  /** Comments that silence findings, in document order. */
  readonly ignores: readonly Ignore[]
  /** What stands in brackets in code and HTML: preprocessors may render it as Markdown. */
  readonly labelsInCode: ReadonlySet<string>
  /** Whether the document has nothing but definitions: it is there to be included. */
  readonly isDefinitionList: boolean
  /** Texts that the config maps to a target, in document order. */
  readonly mentions: readonly Reference[]
  /** Inline code, in document order; empty where nobody asks for it. */
  readonly code: readonly Mention[]
  /** Links of a wiki, in document order; empty where nobody asks for them. */
  readonly wikiLinks: readonly WikiLink[]
  /** Ids that other renderers than GitHub would take from `{#id}`, `{: #id}` or `(id)=`. */
  readonly foreignIds: ReadonlySet<string>
  /** Terms of definition lists, folded by `foldTerm`. */
  readonly terms: ReadonlySet<string>
  /** Whether the document takes in text from elsewhere, whose anchors cannot be seen. */
  readonly isOpen: boolean
}

/** `[text][label]` or `[label][]` without a definition: a reader sees the brackets. */
export interface UndefinedReference {
  readonly label: string
  /** The label's characters. */
  readonly span: Span
}

/**
 * What a comment silences: `next` the next line or block, `range` up to its end, `file` all, and
 * `nothing` where its word is none of those.
 */
export type IgnoreScope = 'next' | 'range' | 'file' | 'nothing'

/** A comment that silences findings. */
export interface Ignore {
  readonly scope: IgnoreScope
  /** What stands behind `crossoff-ignore-`. */
  readonly word: string
  /** The codes that it names; empty for all. */
  readonly codes: readonly string[]
  /** The comment. */
  readonly span: Span
  /** The characters in which a finding is silenced where it begins there. */
  readonly covers: Span
}
