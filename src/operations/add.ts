import * as v from 'valibot'
import type { Document, Item, ItemKind } from '../document/document.ts'
import { renderBullet } from '../editing/bullet-content.ts'
import { contentColumn } from '../editing/bullet-layout.ts'
import { splitLines, trimBlankLines } from '../editing/columns.ts'
import { withoutSources } from '../editing/outline-tree.ts'
import { PLAIN_LAYOUT, readAlone } from '../editing/read-alone.ts'
import { findBulletPlace } from '../editing/bullet-place.ts'
import { findCheckbox } from '../editing/checkbox.ts'
import type { Parse } from '../editing/edited.ts'
import {
  type Fragment,
  type Insertion,
  parseFragment,
  parseLabelTitle,
  parseVerbatim,
} from '../editing/fragment.ts'
import { insertItem } from '../editing/insert-item.ts'
import type { Layout } from '../editing/layout.ts'
import { type Outline, readOutlines } from '../editing/outline.ts'
import type { Position } from '../editing/position.ts'
import { readWrapWidth } from '../editing/wrap-width.ts'
import { wrapFragment } from '../editing/wrap-fragment.ts'
import { CrossoffError } from '../errors.ts'
import { defineOperation, type Workspace } from './operation.ts'
import { resolvePosition } from './resolve-position.ts'
import { layout, layoutValue, position, reason, textValue } from './values.ts'

/** Adds an item, written as what stands around it. */
export const add = defineOperation({
  summary: 'Add an item, written as what stands around it',
  values: v.strictObject({
    op: v.literal('add'),
    text: textValue('Markdown of the item: its title, and whatever belongs to it.'),
    ...position,
    kind: v.exactOptional(
      v.pipe(
        v.picklist(['section', 'bullet', 'label']),
        v.description('Kind of the item; else the text tells, or it is a bullet.'),
      ),
    ),
    layout: layoutValue(
      v.strictObject({
        verbatim: layout.verbatim,
        before: layout.before,
        behind: layout.behind,
        block: layout.block,
      }),
    ),
    reason,
  }),
  plan(workspace, values) {
    const document = workspace.document(workspace.file)
    const place = resolvePosition(document, values)
    const told = values.layout
    const insertion =
      readLabelTitle(workspace, values, place) ??
      (told?.verbatim === true
        ? readVerbatim(workspace, values.text, values.kind)
        : readLaidOut(workspace, values.text, values.kind, place))
    const whole = { ...insertion, ...(told && { layout: told }) }
    const edited = insertItem(document, whole, place, workspace.parse)
    return [{ file: workspace.file, ...edited }]
  },
})

/** A label that is put before a bullet needs no list of its own: it takes the one that is there. */
function readLabelTitle(
  { parse }: Workspace,
  told: AddedText,
  place: Position,
): Insertion | undefined {
  const isBeforeBullet = place.relation === 'before' && place.item.kind === 'bullet'
  const fragment =
    told.kind === 'label' && isBeforeBullet ? parseLabelTitle(told.text, parse) : undefined
  const outline = fragment && readAlone('label', fragment.lines.join('\n'), parse)
  if (fragment === undefined || outline === undefined) return undefined
  const lines =
    told.layout?.verbatim === true ? trimBlankLines(splitLines(told.text)) : fragment.lines
  return { fragment: { ...fragment, lines }, outline: { ...withoutSources(outline), children: [] } }
}

/** The text of an item, and what is told of it. */
interface AddedText {
  readonly text: string
  readonly kind?: ItemKind
  readonly layout?: Layout
}

function readLaidOut(
  workspace: Workspace,
  text: string,
  kind: ItemKind | undefined,
  place: Position,
): Insertion {
  const document = workspace.document(workspace.file)
  const fragment = parseFragment(text, kind, workspace.parse)
  const laid = layOut(document, fragment, place, workspace.parse)
  return { fragment: laid, outline: outlineOf(workspace, laid) }
}

function readVerbatim(workspace: Workspace, text: string, kind: ItemKind | undefined): Insertion {
  const { fragment, lines } = parseVerbatim(text, kind, workspace.parse)
  return { fragment: { ...fragment, lines }, outline: outlineOf(workspace, fragment) }
}

/** Wraps text that came on one line, and gives a bullet the checkbox that all its siblings have. */
function layOut(document: Document, fragment: Fragment, place: Position, parse: Parse): Fragment {
  const lines = hasBoxes(document, place) ? withBox(fragment, parse) : fragment.lines
  const width = readWrapWidth(document)
  if (width === undefined) return { ...fragment, lines }
  const indent =
    fragment.kind === 'bullet' ? contentColumn(findBulletPlace(document, place).layout) : 0
  return { ...fragment, lines: wrapFragment(lines, width - indent, parse) }
}

/** A bullet that begins with other than text can have no checkbox. */
function withBox({ kind, lines }: Fragment, parse: Parse): readonly string[] {
  const [first = '', ...rest] = lines
  if (kind !== 'bullet' || BOX.test(first)) return lines
  const boxed = [`[ ] ${first}`, ...rest]
  const [outline] = readOutlines(parse(renderBullet(boxed, PLAIN_LAYOUT).join('\n')))
  return outline?.status === 'open' ? boxed : lines
}

/** "[ ] write tests" */
const BOX = /^\[.\][ \t]/u

function hasBoxes(document: Document, place: Position): boolean {
  if (place.relation === 'end') return false
  const siblings = (place.relation === 'under' ? place.item.children : [place.item]).filter(
    isBullet,
  )
  return siblings.length > 0 && siblings.every((item) => findCheckbox(document, item) !== undefined)
}

function isBullet(item: Item): boolean {
  return item.kind === 'bullet'
}

function outlineOf(workspace: Workspace, fragment: Fragment): Outline {
  const lines =
    fragment.kind === 'bullet' ? renderBullet(fragment.lines, PLAIN_LAYOUT) : fragment.lines
  const [outline, second] = readOutlines(workspace.parse(lines.join('\n')))
  if (outline === undefined || second !== undefined || outline.kind !== fragment.kind) {
    throw new CrossoffError('operation-refused', `the text is not one ${fragment.kind}`, {
      help: 'check what it holds beside its title',
    })
  }
  return withoutSources(outline)
}
