import type { Document, Item } from '../../document/document.ts'
import { nodeSpan } from '../../document/node-span.ts'
import { splitLines } from '../../editing/columns.ts'
import type { Edited, Parse } from '../../editing/edited.ts'
import { blankLinesBeforeLists } from '../../editing/habits.ts'
import { insertItem } from '../../editing/insert-item.ts'
import { outerLayout } from '../../editing/list-style.ts'
import { readOutlines } from '../../editing/outline.ts'
import { withoutSources } from '../../editing/outline-tree.ts'
import type { Position } from '../../editing/position.ts'
import { type ChangeType, changeTypes } from '../entry.ts'
import type { Changelog, Group, Release } from './changelog.ts'
import type { EntryText } from './entry-text.ts'
import { renderHeading } from './heading-style.ts'
import { renderBullets } from './insert-bullets.ts'
import { blankLinesInList } from './list-habits.ts'

/**
 * Puts a group with entries into a release, among its groups in the order of Keep a Changelog.
 *
 * It is titled as the changelog titles groups of its type elsewhere; else as it titles any.
 */
export function insertGroup(
  { document, releases }: Changelog,
  release: Release,
  type: ChangeType,
  texts: readonly EntryText[],
  parse: Parse,
): Edited {
  const { kind, title, level } = renderTitle(
    document,
    release,
    findSample(releases, release, type),
    type,
  )
  const layout = outerLayout(document, release.item.span.start)
  const bullets = renderBullets(document, texts, layout, blankLinesInList(document, []), parse)
  const blank = blankLinesBeforeLists(document, kind === 'section' ? 'heading' : 'paragraph')
  const lines = [...title, ...Array<string>(blank).fill(''), ...bullets.lines]
  const [outline] = readOutlines(parse(lines.join('\n')))
  if (outline?.kind !== kind) throw new Error(`\`${lines.join('\n')}\` makes no ${kind}`)
  const insertion = { fragment: { kind, lines, level }, outline: withoutSources(outline) }
  return insertItem(document, insertion, findPlace(release, releases, type, kind), parse)
}

interface Sample {
  readonly release: Release
  readonly group: Group
}

/** A group of the type, the release's own ones first; else any that has a type. */
function findSample(
  releases: readonly Release[],
  own: Release,
  type: ChangeType,
): Sample | undefined {
  const samples = [own, ...releases].flatMap((release) =>
    release.groups.flatMap((group) => (group.type === undefined ? [] : [{ release, group }])),
  )
  const kind = own.groups.find((group) => group.type !== undefined)?.item.kind
  const fitting = samples.filter(({ group }) => kind === undefined || group.item.kind === kind)
  return fitting.find(({ group }) => group.type === type) ?? fitting[0]
}

interface GroupTitle {
  readonly kind: 'section' | 'label'
  readonly title: readonly string[]
  /** Level of the heading; 0 for a label. */
  readonly level: number
}

function renderTitle(
  document: Document,
  own: Release,
  sample: Sample | undefined,
  type: ChangeType,
): GroupTitle {
  if (sample?.group.item.kind === 'label')
    return { kind: 'label', level: 0, title: renderLabel(document, sample.group, type) }
  const item = sample?.group.item
  const depth = sample === undefined ? 1 : sample.group.item.level - sample.release.item.level
  const level = Math.min(own.item.level + Math.max(1, depth), DEEPEST)
  const source = item && document.source.text.slice(item.titleSpan.start, item.titleSpan.end)
  const title = sample?.group.type === type ? (source ?? type) : type
  return { kind: 'section', level, title: renderHeading(document, item ?? own.item, level, title) }
}

const DEEPEST = 6

function renderLabel(document: Document, { item, type: known }: Group, type: ChangeType): string[] {
  const syntax = document.syntax.get(item)
  if (syntax?.kind !== 'label') throw new Error(`\`${item.title}\` is no label`)
  const { start, end } = nodeSpan(syntax.paragraph)
  const { text } = document.source
  const title = known === type ? text.slice(item.titleSpan.start, item.titleSpan.end) : type
  return splitLines(
    text.slice(start, item.titleSpan.start) + title + text.slice(item.titleSpan.end, end),
  )
}

/** Before the first group that comes later, else behind the last that comes before. */
function findPlace(
  { item, groups }: Release,
  releases: readonly Release[],
  type: ChangeType,
  kind: GroupTitle['kind'],
): Position {
  const order = (group: Group): number =>
    group.type === undefined ? -1 : changeTypes.indexOf(group.type)
  const alike = groups.filter((group) => group.item.kind === kind)
  const later = alike.find((group) => order(group) > changeTypes.indexOf(type))
  if (later !== undefined) return { relation: 'before', item: later.item }
  const earlier = alike.findLast((group) => order(group) !== -1)
  if (earlier !== undefined) return { relation: 'after', item: earlier.item }
  const nested = item.children.find((child) => isRelease(releases, child))
  return nested === undefined || kind === 'label'
    ? { relation: 'under', item }
    : { relation: 'before', item: nested }
}

function isRelease(releases: readonly Release[], item: Item): boolean {
  return releases.some((release) => release.item === item)
}
