import type { Document } from '../../document/document.ts'
import type { Edited, Parse } from '../../editing/edited.ts'
import { insertItem } from '../../editing/insert-item.ts'
import { readOutlines, titleSource } from '../../editing/outline.ts'
import { withoutSources } from '../../editing/outline-tree.ts'
import type { Position } from '../../editing/position.ts'
import { lineEndAt } from '../../editing/blank-lines.ts'
import type { Changelog, Release } from './changelog.ts'
import { renderHeading } from './heading-style.ts'

/** Makes the section of what is not released yet, before the newest release and titled as it is. */
export function openUnreleased({ document, releases }: Changelog, parse: Parse): Edited {
  const { source, items } = document
  if (source.text.trim() === '') return beginChangelog(document, parse)
  const [newest] = releases
  const title =
    newest === undefined || isBracketed(document, newest) ? '[Unreleased]' : 'Unreleased'
  const [first] = items
  const level = newest?.item.level ?? 2
  const sample = newest?.item ?? items.find(({ kind }) => kind === 'section')
  const lines = renderHeading(document, sample, level, title)
  const [outline] = readOutlines(parse(lines.join('\n')))
  if (outline === undefined) throw new Error(`\`${title}\` makes no section`)
  const under: Position =
    first?.kind === 'section' && first.level < level
      ? { relation: 'under', item: first }
      : { relation: 'end' }
  const place: Position = newest === undefined ? under : { relation: 'before', item: newest.item }
  const fragment = { kind: 'section' as const, lines, level }
  return insertItem(document, { fragment, outline: withoutSources(outline) }, place, parse)
}

/** Tells whether a release's version stands in brackets that are no link of their own. */
function isBracketed(document: Document, { item }: Release): boolean {
  return BRACKETED.test(titleSource(document, item))
}

/** "[1.2.0] - 2024-05-01", but not "[1.2.0](https://example.org)" */
const BRACKETED = /^\[[^[\]]*\](?![([])/u

/** The first lines of a changelog, for one that is empty. */
const BEGINNING = [
  '# Changelog',
  '',
  'The form of this file is that of [Keep a Changelog](https://keepachangelog.com/en/2.0.0/).',
  '',
  '## [Unreleased]',
  '',
]

function beginChangelog({ source }: Document, parse: Parse): Edited {
  const eol = lineEndAt(source, 0)
  const promise = readOutlines(parse(BEGINNING.join(eol))).map(withoutSources)
  const end = source.text.length
  return { edits: [{ start: end, end, text: BEGINNING.join(eol) }], promise }
}
