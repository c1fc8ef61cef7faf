import type { Link, Nodes, PhrasingContent, Root, Text } from 'mdast'
import { alignText } from './align-text.ts'
import { type BareLink, findBareLinks, hasBareLink } from './find-bare-links.ts'
import { movePoint, type TreePoint } from './move-point.ts'
import { visit } from './visit.ts'

/** Links the bare URLs of a syntax tree anew, so that every engine's tree has the same ones. */
export function linkBareUrls(root: Root, text: string): void {
  if (!hasBareLink(text)) return
  visit(root, (node) => {
    if (node.type === 'link' || node.type === 'linkReference') return false
    if (hasPhrasing(node)) relink(node, text)
    return true
  })
}

type PhrasingParent = Extract<Nodes, { children: PhrasingContent[] }>

function hasPhrasing(node: Nodes): node is PhrasingParent {
  return PHRASING_PARENTS.has(node.type)
}

const PHRASING_PARENTS: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'tableCell',
  'emphasis',
  'strong',
  'delete',
])

function relink(parent: PhrasingParent, text: string): void {
  const relinked: PhrasingContent[] = []
  let run: Piece[] = []
  for (const child of parent.children) {
    if (isPiece(child, text)) run.push(child)
    else {
      for (const node of linkRun(run, text)) relinked.push(node)
      relinked.push(child)
      run = []
    }
  }
  for (const node of linkRun(run, text)) relinked.push(node)
  parent.children = relinked
}

/** A text node, or the text that an engine linked. */
type Piece = Text | Link

function isPiece(node: PhrasingContent, text: string): node is Piece {
  if (node.type !== 'link') return node.type === 'text'
  const opening = text[node.position?.start.offset ?? 0]
  return opening !== '[' && opening !== '<'
}

function linkRun(run: readonly Piece[], text: string): readonly Piece[] {
  const from = run[0]?.position?.start
  const to = run.at(-1)?.position?.end.offset
  if (from?.offset === undefined || to === undefined) return run
  const shift = from.offset
  const links = findBareLinks(text.slice(shift, to), text[shift - 1])
  if (links.length === 0 && run.length === 1 && run[0]?.type === 'text') return run
  const nodes: Piece[] = []
  const values = valuesOf(run, text)
  let behind: TreePoint = from
  const addText = (end: number): void => {
    const value = values(behind.offset ?? 0, end)
    const point = movePoint(text, behind, end)
    if (value !== '') nodes.push({ type: 'text', value, position: { start: behind, end: point } })
    behind = point
  }
  for (const link of links) {
    addText(shift + link.start)
    const end = movePoint(text, behind, shift + link.end)
    nodes.push(linkNode(link, text.slice(shift + link.start, shift + link.end), behind, end))
    behind = end
  }
  addText(to)
  return nodes
}

function linkNode({ url }: BareLink, value: string, start: TreePoint, end: TreePoint): Link {
  const children: Text[] = [{ type: 'text', value, position: { start, end } }]
  return { type: 'link', title: null, url, children, position: { start, end } }
}

/** Gives the text that a stretch of the source renders to; to be asked in order. */
function valuesOf(run: readonly Piece[], text: string): (from: number, to: number) => string {
  let index = 0
  let current = readPiece(run[index], text)
  return (from, to) => {
    let value = ''
    while (current !== undefined && current.start < to) {
      value += current.slice(from, to)
      if (current.end > to) break
      current = readPiece(run[++index], text)
    }
    return value
  }
}

interface PieceText {
  readonly start: number
  readonly end: number
  readonly slice: (from: number, to: number) => string
}

function readPiece(piece: Piece | undefined, text: string): PieceText | undefined {
  const start = piece?.position?.start.offset
  const end = piece?.position?.end.offset
  if (piece === undefined || start === undefined || end === undefined) return undefined
  const raw = text.slice(start, end)
  const value = piece.type === 'text' ? piece.value : piece.children.map(textOf).join('')
  const alignment = alignText(raw, value)
  return {
    start,
    end,
    slice: (from, to) =>
      value.slice(
        alignment.value(Math.max(0, from - start)),
        alignment.value(Math.min(to, end) - start),
      ),
  }
}

/** What an engine links is text alone. */
function textOf(node: PhrasingContent): string {
  return node.type === 'text' ? node.value : ''
}
