import GithubSlugger from 'github-slugger'
import { type Heading, isTextual } from '../heading.ts'
import type { SlugDefinition } from './slug-definition.ts'

/**
 * Docusaurus' anchors, as release 3 makes them of a document that is read as MDX.
 *
 * The rules are GitHub's, but that an id wins and stays out of the ids in use, that the text of
 * pictures counts, and that `:name` is a directive, which leaves nothing but its label. The theme
 * leaves out the id of a page's title: a link to it shows the top of the page, which is the title.
 * Headings written as tags get no id.
 */
export const docusaurus: SlugDefinition = {
  summary: 'Docusaurus: as GitHub, with the text of pictures, and `{#id}` or `{/* #id */}` wins',
  source:
    'https://github.com/facebook/docusaurus/blob/main/packages/docusaurus-mdx-loader/src/remark/headings/index.ts',
  readsAttributes: true,
  indexes: ['index.md', 'readme.md'],
  // Footnotes, and what the theme has around a page.
  generated: /^(?:user-content-.+|__docusaurus.*|__blog-.*|docusaurus_.+)$/u,
  generatedPages: /^(?:404|search|sitemap)(?:\.html|\.xml)?$/u,
  namesTerms: false,
  idOf: (heading) => readComment(heading) ?? readId(textOf(heading, withoutDirectives)),
  slug: (headings) => slugAll(headings, withoutDirectives),
  // Release 2 knows no directives.
  otherSlugs: (headings) => slugAll(headings, (text) => text),
  // A document that is imported stands in the page.
  hides: ({ source }) => IMPORT.test(source.text),
  foldFragment: (fragment) => fragment,
  sourcesOf: (path) => {
    const [, stem = path] = HTML.exec(path) ?? []
    return SOURCES.map((ending) => `${stem}${ending}`)
  },
}

/** "import Rye from './_rye.mdx'" */
const IMPORT = /^import[ ].*\.mdx?["']/mu

/** "docs/api.html" */
const HTML = /^(.*)\.html$/u

const SOURCES = ['.md', '.mdx', '/index.md', '/index.mdx', '/README.md', '/README.mdx']

function slugAll(
  headings: readonly Heading[],
  prepare: (text: string) => string,
): (string | undefined)[] {
  const slugger = new GithubSlugger()
  return headings.map((heading) => {
    if (heading.isHtml) return undefined
    const text = textOf(heading, prepare)
    return readComment(heading) ?? readId(text) ?? slugger.slug(text)
  })
}

function textOf({ parts }: Heading, prepare: (text: string) => string): string {
  return parts
    .filter(isTextual)
    .map(({ kind, text }) => (kind === 'text' ? prepare(text) : text))
    .join('')
}

function withoutDirectives(text: string): string {
  return text.replaceAll(DIRECTIVE, '$1')
}

/** ":badge[new]{kind=tip}"; not ":tada:" */
const DIRECTIVE =
  /(?<!:):[a-z](?:[a-z\d_-]*[a-z\d])?(?![\w:-])(?:\[([^[\]]*)\])?(?:\{[^{}#][^{}]*\})?/giu

/** An id in a comment that ends the heading. */
function readComment({ parts }: Heading): string | undefined {
  const last = parts.at(-1)
  // In HTML, only where the site does not read comments as MDX 1 did.
  if (last?.kind === 'html') return HTML_COMMENT.exec(last.text)?.[1]
  return MDX_COMMENT.exec(parts.map(({ text }) => text).join(''))?.[1]
}

/** "<!-- #builders and more -->" */
const HTML_COMMENT = /^<!--\s*#([^\s>-][^\s>]*)\s[^>]*-->$/u

/** "{/* #builders and more *\/}"; without spaces, its asterisks are emphasis to a parser */
const MDX_COMMENT = /\{\/\*?\s*#([^\s*{}]+)(?:\s(?:(?!\/\/)[^*{}])*)?\*?\/\}$/u

/** An id in braces that ends the heading. */
function readId(text: string): string | undefined {
  const id = ID.exec(text)?.[1]?.trim()
  return id === '' ? undefined : id
}

/** "{#builders}" */
const ID = /\{#(.(?:(?!\{#)[^}\r\n])*)\}$/u
