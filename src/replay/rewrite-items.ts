import type { Document, Item } from '../document/document.ts'
import { nodeSpan } from '../document/node-span.ts'
import { blankLinesBehind, countBlankLines } from '../editing/blank-lines.ts'
import { readBody } from '../editing/body-pieces.ts'
import { withoutIndent } from '../document/render-block.ts'
import type { Operation } from '../plans/plan.ts'
import { nextLineStart } from '../text/line-index.ts'
import type { Stage } from './rehearsal.ts'
import type { Replay } from './replay.ts'
import { skipRefused } from './skip-refused.ts'

/** Gives every item that is there the title, the status and the text that it has at last. */
export function rewriteItems(replay: Replay): void {
  for (const number of replay.matching.new.entries.keys()) {
    if (replay.isSpent) return
    for (const rewrite of [rename, setStatus, edit]) skipRefused(() => rewrite(replay, number))
  }
}

function rename(replay: Replay, number: number): void {
  const [item, wanted] = [replay.itemOf(number), replay.newItem(number)]
  if (item === undefined) return
  const source = titleOf(replay.new, wanted)
  if (isSameTitle(titleOf(replay.stage.document, item), source)) return
  if (isStruck(replay, item, wanted)) return
  const target = replay.targetOf(item)
  const operation: Operation = { op: 'rename', target, title: source }
  replay.attempt(
    [{ operation }, { operation: { ...operation, layout: { verbatim: true } } }],
    (stage) => isItem(stage, number, (now) => titleOf(stage.document, now) === source),
  )
}

/** A strike over the whole title is a status, and not for renaming. */
function isStruck(replay: Replay, item: Item, wanted: Item): boolean {
  return (
    item.status !== wanted.status &&
    titleOf(replay.stage.document, item).replaceAll('~~', '') ===
      titleOf(replay.new, wanted).replaceAll('~~', '')
  )
}

function setStatus(replay: Replay, number: number): void {
  const [item, { status }] = [replay.itemOf(number), replay.newItem(number)]
  if (item === undefined || item.status === status) return
  const op = status === 'done' ? 'done' : 'reopen'
  const target = replay.targetOf(item)
  replay.attempt(isAlso(status, item) ? [{ operation: { op, target } }] : [])
}

/** Boxes of other kinds, and boxes that are taken off, are beyond the operations. */
function isAlso(status: Item['status'], item: Item): boolean {
  return status === 'done' || status === 'open' || (status === 'none' && item.kind !== 'bullet')
}

function edit(replay: Replay, number: number): void {
  const [item, wanted] = [replay.itemOf(number), replay.newItem(number)]
  if (item === undefined || item.kind === 'label') return
  const body = readBody(replay.new, wanted)
  if (readBody(replay.stage.document, item) === body) return
  const target = replay.targetOf(item, 'guarded')
  const operation: Operation = { op: 'edit', target, body }
  const verbatim = readVerbatim(replay.new, wanted)
  const behind = gapBehindText(replay.new, wanted)
  replay.attempt(
    [
      { operation },
      { operation: { ...operation, layout: { behind } } },
      ...(verbatim === undefined
        ? []
        : [{ operation: { ...operation, body: verbatim, layout: { verbatim: true, behind } } }]),
    ],
    (stage) =>
      isItem(
        stage,
        number,
        (now) => verbatim === undefined || readVerbatim(stage.document, now) === verbatim,
      ),
    (stage) => isItem(stage, number, (now) => gapBehindText(stage.document, now) === behind),
  )
}

/** Counts the blank lines between the end of an item's text, or its title, and what follows. */
function gapBehindText({ source }: Document, { bodySpans, titleSpan }: Item): number {
  const end = bodySpans.at(-1)?.end ?? titleSpan.end
  const next = nextLineStart(source.lines, Math.max(0, end - 1))
  return countBlankLines(source, blankLinesBehind(source, next))
}

function isItem(stage: Stage, number: number, isWanted: (item: Item) => boolean): boolean {
  const item = stage.items.get(number)
  return item !== undefined && isWanted(item)
}

function titleOf({ source: { text } }: Document, { titleSpan }: Item): string {
  return text.slice(titleSpan.start, titleSpan.end)
}

/** Indentation is for the place to tell, line breaks are the author's. */
function isSameTitle(left: string, right: string): boolean {
  return withoutIndent(left) === withoutIndent(right)
}

/** What stands between an item's title and the end of its text; `undefined` where items part it. */
function readVerbatim(document: Document, item: Item): string | undefined {
  const [piece, second] = item.bodySpans
  const child = item.children[0]
  if (second !== undefined || (piece && child && piece.start > child.span.start)) return undefined
  const syntax = document.syntax.get(item)
  const first = syntax?.kind === 'section' ? syntax.heading : syntax?.own[0]
  const start = first?.type === 'heading' ? nodeSpan(first).end : item.titleSpan.end
  return document.source.text.slice(start, piece?.end ?? start)
}
