import type { Heading, HeadingPart } from '../heading.ts'
import { keepSlug, takeFreeSlug, type UsedSlugs } from '../take-free-slug.ts'
import type { SlugDefinition } from './slug-definition.ts'

/**
 * VitePress' anchors, as release 1 makes them.
 *
 * Letters lose their accents, character references count as they are written, and braces behind a
 * word or a heading are attributes. Which of all `:words:` are emoji, and leave nothing, is not
 * known here. Headings written as tags get no id.
 */
export const vitepress: SlugDefinition = {
  summary:
    'VitePress: accents dropped, other signs than letters one hyphen, `_` before a digit, `{#id}` wins',
  source: 'https://github.com/mdit-vue/mdit-vue/blob/main/packages/shared/src/slugify.ts',
  readsAttributes: true,
  indexes: ['index.md'],
  // What the theme has around a page.
  generated: /^(?:VP.+|app|local-search.*|localsearch.*)$/u,
  generatedPages: /^404(?:\.html)?$/u,
  namesTerms: false,
  idOf,
  slug: (headings) => slugAll(headings, (part) => textOf(part).replaceAll(EMOJI, '')),
  // Words that are no emoji; release 2 takes the text of pictures too.
  otherSlugs: (headings) => [
    ...slugAll(headings, textOf),
    ...slugAll(headings, (part) => (part.kind === 'image' ? part.text : textOf(part))),
  ],
  // A document that is included stands in the page.
  hides: ({ source }) => INCLUSION.test(source.text),
  // Every fragment of a link is brought to the form of an anchor.
  foldFragment: slugOf,
  sourcesOf: (path) => {
    const stem = path.replace(HTML, '')
    return [`${stem}.md`, `${stem}/index.md`]
  },
}

/** "<!--@include: ./rye.md-->" */
const INCLUSION = /<!--\s{0,9}@include:/u

/** "guide/api.html" */
const HTML = /\.html$/u

/** ":tada:" */
const EMOJI = /(?<!:):(?:[+-]1|100|1234|[a-z][a-z\d_-]*):(?!:)/gu

function slugAll(
  headings: readonly Heading[],
  read: (part: HeadingPart) => string,
): (string | undefined)[] {
  const used: UsedSlugs = new Map()
  return headings.map((heading) => {
    if (heading.isHtml) return undefined
    const id = idOf(heading)
    if (id !== undefined) {
      keepSlug(id, used)
      return id
    }
    const block = findBlock(heading)
    const pieces = heading.parts.map((part, index) => {
      return isBehindWord(index, heading.parts) ? read(part).replace(ATTRIBUTES, '') : read(part)
    })
    const text = pieces.join('')
    return takeFreeSlug(slugOf(block === undefined ? text : text.slice(0, -block.length)), used)
  })
}

function idOf(heading: Heading): string | undefined {
  const block = findBlock(heading)
  return block === undefined ? undefined : ID.exec(block)?.[1]
}

/** Finds the attributes of the heading: braces at its end that stand in nothing else. */
function findBlock({ parts, endsInProse }: Heading): string | undefined {
  const last = parts.at(-1)
  if (!endsInProse || last === undefined || isWordsOwn(parts)) return undefined
  return BLOCK.exec(last.raw ?? last.text)?.[0]
}

function isWordsOwn(parts: readonly HeadingPart[]): boolean {
  return isBehindWord(parts.length - 1, parts) && parts.at(-1)?.text.lastIndexOf('{') === 0
}

/** "{#rye .dark}" */
const BLOCK = /(?<!\\)\{[^{}\\&]+\}$/u

/** "#rye" */
const ID = /(?<=[{ ])#([^\s}]+)/u

/** Tells whether a piece begins with attributes of what stands before it, as in `*rye*{.dark}`. */
function isBehindWord(index: number, parts: readonly HeadingPart[]): boolean {
  const before = parts[index - 1]
  return before !== undefined && !TAGS.has(before.kind) && ATTRIBUTES.test(parts[index]?.text ?? '')
}

const TAGS: ReadonlySet<HeadingPart['kind']> = new Set(['html', 'break'])

/** "{.dark}" */
const ATTRIBUTES = /^\{[^{}]+\}/u

function textOf({ kind, text, raw }: HeadingPart): string {
  if (kind === 'footnote') return `^${text}`
  if (kind !== 'text' && kind !== 'code') return ''
  const isWritten = raw?.includes('&') === true && !REFERENCE.test(raw)
  // A line break leaves nothing.
  return (isWritten ? raw.replaceAll('\\&', '&amp;') : text).replaceAll(LINE_END, '')
}

/** "&copy;": a reference that is a text of its own is decoded after all */
const REFERENCE = /^(?:&#?\w+;|\\&)$/u

/** "\n" */
const LINE_END = /[\r\n]+/gu

function slugOf(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(DROPPED, '')
    .replaceAll(SIGNS, '-')
    .replaceAll(ENDS, '')
    .replace(DIGIT, '_$&')
    .toLowerCase()
}

/** "e\u0301": the common combining marks, and control characters */
const DROPPED = /[\u0300-\u036F]|(?![\x7F-\x9F])\p{Cc}/gu

/** " -> " */
const SIGNS = /[\s!"#$%&'()*+,\-./:;<=>?@[\\\]^_`{|}~“”‘’]+/gu

/** "-a-" */
const ENDS = /^-|-$/gu

/** "2nd" */
const DIGIT = /^\d/u
