import type { Document, Item } from '../../src/document/document.ts'
import { walkItems } from '../../src/document/walk-items.ts'
import type { Operation } from '../../src/plans/plan.ts'
import { selectTarget } from '../../src/selectors/select-target.ts'
import {
  behindTexts,
  countBlank,
  gapAfter,
  isBlank,
  isSame,
  linesOf,
  splitLines,
  trimBlank,
  trimEnd,
} from './lines.ts'

/**
 * Tells, line by line and independently of what operations plan, whether a text changed as it was
 * told, and nowhere else.
 *
 * @returns What is wrong; `undefined` where nothing is.
 */
export function lineProblem(
  before: Document,
  after: Document,
  operation: Operation,
): string | undefined {
  if (operation.op === 'splice') return undefined
  const problem = lineEndProblem(before, after) ?? problemOf(before, after, operation)
  if (problem === undefined) return undefined
  return `${operation.op}: ${problem}\n${JSON.stringify([before.source.text, after.source.text])}`
}

function problemOf(before: Document, after: Document, operation: Operation): string | undefined {
  switch (operation.op) {
    case 'add':
      return addProblem(before, after, operation)
    case 'move':
      return moveProblem(before, after, operation)
    case 'drop': {
      const item = selectTarget(before, operation.target)
      const lines =
        operation.keep === undefined ? itemLines(before, item) : titleLines(before, item)
      return removalProblem(before, after, lines, operation.layout?.left)
    }
    case 'edit':
      return editProblem(before, after, operation)
    case 'rename':
      return operation.layout?.verbatim === true &&
        !linesOf(after).join('\n').includes(splitLines(operation.title.trim()).join('\n'))
        ? 'the title does not stand as it was given'
        : undefined
    default:
      return undefined
  }
}

/** A run of lines, from 0; the end is the first behind it. */
interface Lines {
  readonly start: number
  readonly end: number
}

type OperationOf<Op extends Operation['op']> = Extract<Operation, { readonly op: Op }>

function addProblem(
  before: Document,
  after: Document,
  operation: OperationOf<'add'>,
): string | undefined {
  const { layout = {} } = operation
  const [old, now] = [linesOf(before), linesOf(after)]
  const texts = (lines: readonly string[]): string[] => lines.filter((line) => !isBlank(line))
  const count = texts(now).length - texts(old).length
  const given = trimBlank(splitLines(operation.text))
  const wanted = layout.verbatim === true ? given : undefined
  const places = walkItems(after.items)
    .map(({ item }) => lineAt(after, item.span.start))
    .filter((start) => {
      const end = behindTexts(now, start, count)
      const rest = now.toSpliced(start, end - start)
      return (
        isSame(texts(rest), texts(old)) &&
        isFarOff(old, now, { start, end }) &&
        (wanted === undefined || isSame(now.slice(start, start + wanted.length), wanted)) &&
        hasGaps(now, { start, end }, old.every(isBlank) ? {} : layout)
      )
    })
  return places.length > 0 ? undefined : 'no item stands as it was told'
}

function moveProblem(
  before: Document,
  after: Document,
  { target, layout = {} }: OperationOf<'move'>,
): string | undefined {
  const item = selectTarget(before, target)
  const [old, now] = [linesOf(before), linesOf(after)]
  const { start, end } = itemLines(before, item)
  const texts = (lines: readonly string[]): string[] => lines.filter((line) => !isBlank(line))
  const rest = texts(old.toSpliced(start, end - start))
  const count = texts(now).length - rest.length
  const above = texts(old.slice(0, start)).length
  const isHere = (at: number): boolean => {
    const behind = behindTexts(now, at, count)
    const index = texts(now.slice(0, at)).length
    return (
      isSame(texts(now.toSpliced(at, behind - at)), rest) &&
      hasGaps(now, { start: at, end: behind }, rest.length === 0 ? {} : layout) &&
      (layout.left === undefined ||
        index === above ||
        above === rest.length ||
        gapAfter(now.toSpliced(at, behind - at), above) === layout.left)
    )
  }
  const starts = walkItems(after.items).map((place) => lineAt(after, place.item.span.start))
  return starts.some(isHere) ? undefined : 'no item stands as it was told'
}

/** All lines stay but those that go, and the blank ones around them. */
function removalProblem(
  before: Document,
  after: Document,
  { start, end }: Lines,
  left: number | undefined,
): string | undefined {
  const old = linesOf(before)
  const head = trimEnd(old.slice(0, start))
  const tail = old.slice(end)
  const rest = trimEnd(tail.toReversed()).reverse()
  const now = linesOf(after)
  if (rest.length === 0) {
    if (head.length === 0) return now.every(isBlank) ? undefined : 'something is left of it'
    const wanted = [...head, ...tail]
    // Where a block needs its line end, it gets one.
    return [0, 1, 2].some((count) => isSame(now, [...wanted, ...Array<string>(count).fill('')]))
      ? undefined
      : 'the file does not end as it ended'
  }
  const gap = now.length - head.length - rest.length
  if (
    !isSame(now.slice(0, head.length), head) ||
    !isSame(now.slice(head.length + gap), rest) ||
    !now.slice(head.length, head.length + gap).every(isBlank)
  )
    return 'other lines have changed'
  return left === undefined || left === gap ? undefined : `${gap} blank lines are left`
}

function editProblem(
  before: Document,
  after: Document,
  { target, body, layout = {} }: OperationOf<'edit'>,
): string | undefined {
  const item = selectTarget(before, target)
  const at = walkItems(before.items).findIndex((place) => place.item === item)
  const edited = walkItems(after.items)[at]?.item
  const [piece, second] = edited?.bodySpans ?? []
  if (edited === undefined || second !== undefined || item.bodySpans.length > 1) return undefined
  // Without a title, or without a text behind the items, there is no telling where it would stand.
  if (edited.title === '' || (piece === undefined && item.children.length > 0)) return undefined
  const { text } = after.source
  const head = headEnd(after, edited)
  const end = piece?.end ?? head
  if (layout.verbatim === true) {
    const lines = splitLines(text.slice(head, text.slice(end).search(/[\r\n]|$/u) + end))
    const given = splitLines(body)
    const last = given.findLastIndex((line) => !isBlank(line))
    if (!lines.join('\n').startsWith(given.slice(0, last + 1).join('\n')))
      return 'the text does not stand as it was given'
  }
  const now = linesOf(after)
  const line = lineAt(after, end)
  const isInLine =
    (now[line] ?? '').trim() !==
    text
      .slice(0, end)
      .split(/[\r\n]/u)
      .at(-1)
      ?.trim()
  const isTold = layout.behind !== undefined && !isInLine && !now.slice(line + 1).every(isBlank)
  return isTold && countBlank(now.slice(line + 1)) !== layout.behind
    ? `${countBlank(now.slice(line + 1))} blank lines stand behind the text`
    : undefined
}

function headEnd({ syntax }: Document, item: Item): number {
  const nodes = syntax.get(item)
  const first = nodes?.kind === 'section' ? nodes.heading : nodes?.own[0]
  const end = first?.type === 'heading' ? first.position?.end.offset : undefined
  return end ?? item.titleSpan.end
}

/** Lines keep the ends that the document's lines have. */
function lineEndProblem(before: Document, after: Document): string | undefined {
  const known = lineEndsOf(before)
  const found = lineEndsOf(after).find((end) => !known.includes(end))
  return found === undefined || known.length === 0
    ? undefined
    : `a line ends with ${JSON.stringify(found)}`
}

function lineEndsOf({ source: { text } }: Document): string[] {
  return [...new Set(text.match(/\r\n|\n|\r/gu))]
}

/** Only blank lines right around the new ones may have changed. */
function isFarOff(old: readonly string[], now: readonly string[], { start, end }: Lines): boolean {
  const head = trimEnd(now.slice(0, start))
  const tail = trimEnd(now.slice(end).reverse()).reverse()
  return (
    isSame(old.slice(0, head.length), head) && isSame(old.slice(old.length - tail.length), tail)
  )
}

/** Whether as many blank lines stand around some lines as is told; at a document's end, any. */
function hasGaps(
  lines: readonly string[],
  { start, end }: Lines,
  { before, behind }: { readonly before?: number; readonly behind?: number },
): boolean {
  const isEnd = lines.slice(end).every(isBlank)
  return (
    (before === undefined || countBlank(lines.slice(0, start).reverse()) === before) &&
    (behind === undefined || isEnd || countBlank(lines.slice(end)) === behind)
  )
}

function itemLines(document: Document, { span }: Item): Lines {
  const end = Math.max(span.start, span.end - 1)
  return { start: lineAt(document, span.start), end: lineAt(document, end) + 1 }
}

function titleLines(document: Document, item: Item): Lines {
  const syntax = document.syntax.get(item)
  const node = syntax?.kind === 'section' ? syntax.heading : syntax?.own[0]
  const end = node?.position?.end.offset ?? item.span.end
  return itemLines(document, { ...item, span: { start: item.span.start, end } })
}

function lineAt({ source: { text } }: Document, offset: number): number {
  return splitLines(text.slice(0, offset)).length - 1
}
