import type { Definition } from 'mdast'
import type { Document, Item } from '../../document/document.ts'
import { nodeSpan } from '../../document/node-span.ts'
import { renderBlock } from '../../document/render-block.ts'
import { lineEndAt } from '../../editing/blank-lines.ts'
import type { Edited } from '../../editing/edited.ts'
import { readOutlines } from '../../editing/outline.ts'
import { rewriteOutline } from '../../editing/outline-tree.ts'
import type { TextEdit } from '../../text/text-edit.ts'
import type { Changelog, Release } from './changelog.ts'
import { type CompareUrl, nextCompareUrl, parseCompareUrl } from './compare-url.ts'
import { findUnreleased } from './insert-entries.ts'

/** Gives the heading of what is not released yet the link that the newest release has: what changed since. */
export function linkUnreleased(changelog: Changelog): Edited | undefined {
  const { document, releases } = changelog
  const newest = findNewest(releases)
  const known = newest && findDefinition(document, newest)
  const unreleased = findUnreleased(changelog)
  if (known === undefined || unreleased?.title !== '[Unreleased]') return undefined
  const tagged = known.url.split(TAG)
  const compare = parseCompareUrl(known.url)
  const url = compare === undefined ? tagged.join('/compare/') : `${compare.base}${compare.to}`
  return compare === undefined && tagged.length === 1
    ? undefined
    : defineLinks(document, known, [`[unreleased]: ${url}...HEAD`, known.source])
}

const TAG = '/releases/tag/'

/**
 * Gives a new release the link that the newest one has, and has that of what is not released yet begin there.
 *
 * ```md
 * [unreleased]: https://example.org/oven/compare/v1.4.0...HEAD
 * [1.4.0]: https://example.org/oven/compare/v1.3.0...v1.4.0
 * [1.3.0]: https://example.org/oven/compare/v1.2.0...v1.3.0
 * ```
 *
 * @param newest The release before.
 */
export function linkRelease(
  { document }: Changelog,
  newest: Release | undefined,
  version: string,
): Edited | undefined {
  const known = newest && findDefinition(document, newest)
  const old = newest?.version
  if (old === undefined) return undefined
  const label = known === undefined ? version : known.name.replace(old, version)
  const pending = readDefinitions(document).find((each) => each.label === 'unreleased')
  const { base, from, dots } = (pending && parseCompareUrl(pending.url)) ?? NO_COMPARE
  if (pending === undefined || !from.includes(old)) {
    if (known === undefined) return undefined
    const line = `[${label}]: ${nextCompareUrl(known.url, old, version)}`
    return defineLinks(document, known, [line, known.source])
  }
  const tag = from.replace(old, version)
  const moved = pending.source.replace(`${from}${dots}`, () => `${tag}${dots}`)
  const line = `[${label}]: ${base}${from}${dots}${tag}`
  const isAscending = known !== undefined && known.start < pending.start
  return defineLinks(document, pending, isAscending ? [line, moved] : [moved, line])
}

const NO_COMPARE: CompareUrl = { base: '', from: '', dots: '', to: '' }

/** The first release that is out. */
export function findNewest(releases: readonly Release[]): Release | undefined {
  return releases.find(({ isUnreleased }) => !isUnreleased)
}

interface LinkDefinition {
  readonly node: Definition
  /** The section that it stands in. */
  readonly holder: Item
  readonly start: number
  readonly end: number
  /** The whole definition, as it is written. */
  readonly source: string
  /** Its label, as it is written. */
  readonly name: string
  /** Its label in lower case. */
  readonly label: string
  readonly url: string
}

function findDefinition(document: Document, release: Release): LinkDefinition | undefined {
  const { version } = release
  return readDefinitions(document).find(({ label }) => label === version || label === `v${version}`)
}

/** The definitions that stand in sections, in document order; a title behind the link is none of ours. */
function readDefinitions(document: Document): LinkDefinition[] {
  const { text } = document.source
  return [...document.syntax].flatMap(([holder, { own }]) =>
    own.flatMap((node) => {
      if (node.type !== 'definition' || typeof node.title === 'string') return []
      const { start, end } = nodeSpan(node)
      const source = text.slice(start, end)
      const name = source.slice(1, source.indexOf(']:'))
      return [{ node, holder, start, end, source, name, label: name.toLowerCase(), url: node.url }]
    }),
  )
}

/** Puts definitions, one a line, where one of them stands. */
function defineLinks(
  document: Document,
  { node, holder, start, end, source }: LinkDefinition,
  lines: readonly string[],
): Edited {
  const eol = lineEndAt(document.source, start)
  const at = lines.indexOf(source)
  const edits: TextEdit[] =
    at === -1
      ? [{ start, end, text: lines.join(eol) }]
      : [
          {
            start,
            end: start,
            text: lines
              .slice(0, at)
              .map((line) => line + eol)
              .join(''),
          },
        ]
  const before = renderBlock(node, document.source.text)
  const promise = rewriteOutline(readOutlines(document), holder, (outline) => [
    {
      ...outline,
      own: outline.own.flatMap((block) =>
        block === before ? lines.map((line) => `${node.type}:${line}`) : [block],
      ),
    },
  ])
  return { edits, promise }
}
