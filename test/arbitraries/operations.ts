import fc from 'fast-check'
import type { Document, Item, ItemKind } from '../../src/document/document.ts'
import { walkItems } from '../../src/document/walk-items.ts'
import type { Operation } from '../../src/plans/plan.ts'
import { readTarget } from '../../src/selectors/select-target.ts'

/** Numbers and words from which an operation on any document can be made. */
export interface OperationDraw {
  readonly op: (typeof OPERATIONS)[number]
  readonly target: number
  readonly destination: number
  readonly relation: 'under' | 'before' | 'after' | 'end'
  readonly text: string
  /** A text whose lines are to stand as they are given. */
  readonly lines: string
  readonly title: string
  readonly body: string
  readonly kind: ItemKind | undefined
  readonly keep: boolean
  /** Absent for half of the draws, since a person never tells one. */
  readonly layout: LayoutDraw | undefined
  /** White space before every line of a text that stands as it is given; `own` for the destination's. */
  readonly indent: string
  /** Whether the document begins with a byte order mark after a splice. */
  readonly bom: boolean | undefined
}

/** What a layout may tell; each operation takes of it what it knows. */
interface LayoutDraw {
  readonly verbatim?: boolean
  readonly before?: number
  readonly behind?: number
  readonly block?: number
  readonly left?: number
}

const OPERATIONS = [
  'add',
  'archive',
  'demote',
  'done',
  'drop',
  'edit',
  'move',
  'promote',
  'rename',
  'reopen',
  'splice',
] as const

/** Texts that users add: one line or several, with and without markers, boxes, nested lists and code. */
const TEXTS = [
  'water the ferns',
  '[ ] repot the cactus',
  '- [x] prune the roses',
  '## Greenhouse',
  '# Seeds\n\nOrder them in winter.\n\n- tomatoes\n- beans',
  'Sharpen the shears. They have been blunt since the last hedge, which nobody wants to repeat.\n\n```sh\nfile --fine shears\n```',
  '1. first the soil\n   - then the pots',
  '**Later**\n\n- compost',
  'a title with `code`, *stress* and [a link](https://example.org/a_(b)) 🌱',
  '- two\n- items',
  '```',
  '   ',
  '> quoted',
  'Soon:\n- mulch',
  'Soon:',
  '**Later**',
  '### Pond\n\nFrogs.',
  'Shed\n====\n',
]

/** Texts with odd markers, indentation and blank lines. */
const VERBATIM_TEXTS = [
  '-  water,\n   twice',
  '*  one\n\n\n   two  ',
  '- lazy\nline\n',
  '-\ttab\n\n\t```\n\t\tcode\n\t```',
  '1)  first\n    - nested',
  '\n- blank before',
  '- [x]  done  ',
  '##  Shed  ##\n\n\n  Odd.\n',
  '# Field\n-  a\n    -  b',
  'Soon :\n\n\n -  c',
  '**Later**  ',
  '-',
  '-\n  late',
]

const INDENTS = ['', '', ' ', '  ', '   ', '    ', '\t', 'own', 'own', 'own']

const TITLES = [
  'Pots',
  'a `b` *c*',
  'Two. Sentences here',
  '# hash',
  '- dash',
  '1. one',
  '',
  'x\ny',
  '~~gone~~',
  '[x] box',
  'é 🌵',
  '`',
  '---',
  '> q',
  'trailing  ',
  '[ref]',
  '|a|b|',
  '<b>',
  '\\',
  'Ends.',
  'two\n    lines',
  'lazy\nline',
  'tab\n\t\tthen\n\n',
  'x\n- y',
  'a  \nb',
]

const BODIES = [
  '',
  'One line.',
  'Two\nlines of it.',
  'A paragraph.\n\nAnd another.',
  '```js\ncode()\n```',
  '- a bullet',
  '# a heading',
  '> quoted\n> text',
  '| a | b |\n|---|---|\n| 1 | 2 |',
  '    indented',
  '[seed]: https://example.org/seed',
  '===',
  '---',
  '<!-- note -->',
  '1986. A year',
  'Soft. Wrapped',
  '\t tabbed',
  '\n\n  Set apart.',
  '\nSet below.\n\n',
  ' goes on\n     oddly',
  '\n\n\t\tcode\n\n\n      more',
  '\r\n\r\n  Old line ends.\r\n',
]

/** Draws what an operation is made of. */
export function operationDraw(): fc.Arbitrary<OperationDraw> {
  return fc.record({
    op: fc.oneof(fc.constantFrom(...OPERATIONS), {
      weight: 2,
      arbitrary: fc.constantFrom('add', 'add', 'add', 'drop', 'edit', 'move'),
    }),
    target: fc.nat(200),
    destination: fc.nat(200),
    relation: fc.constantFrom('under', 'before', 'after', 'end'),
    text: fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...TEXTS) },
      { weight: 2, arbitrary: fc.constantFrom(...VERBATIM_TEXTS) },
      fc.string({ unit: 'grapheme' }),
    ),
    lines: fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...VERBATIM_TEXTS) },
      fc.constantFrom(...TEXTS),
    ),
    title: fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...TITLES) }, fc.string()),
    body: fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...BODIES) }, fc.string()),
    kind: fc.constantFrom(undefined, undefined, 'section', 'bullet', 'label'),
    keep: fc.boolean(),
    layout: fc.oneof(fc.constant(undefined), layoutDraw()),
    indent: fc.constantFrom(...INDENTS),
    bom: fc.constantFrom(undefined, true, false),
  })
}

function layoutDraw(): fc.Arbitrary<LayoutDraw> {
  const count = fc.constantFrom(0, 0, 1, 1, 2, 3)
  return fc.record(
    { verbatim: fc.boolean(), before: count, behind: count, block: count, left: count },
    { requiredKeys: [] },
  )
}

/** Makes the operation of a draw on a document; `undefined` where the document has no item for it. */
export function toOperation(document: Document, draw: OperationDraw): Operation | undefined {
  const places = walkItems(document.items)
  const itemOf = (number: number): Item | undefined =>
    places[number % Math.max(1, places.length)]?.item
  const item = itemOf(draw.target)
  const destination = draw.relation === 'end' ? undefined : itemOf(draw.destination)
  const position = destination && { [draw.relation]: readTarget(document, destination) }
  if (draw.op === 'add') return add(document, draw, destination, position)
  if (draw.op === 'splice') return splice(document.source.text, draw)
  if (item === undefined) return undefined
  const target = readTarget(document, item)
  switch (draw.op) {
    case 'drop': {
      const keep = draw.keep ? { keep: 'children' as const } : {}
      return { op: 'drop', target, ...keep, ...layoutOf(draw, 'left') }
    }
    case 'rename':
      return { op: 'rename', target, title: draw.title, ...layoutOf(draw, 'verbatim') }
    case 'edit':
      return edit(document, draw, item, target)
    case 'move': {
      const block = destination !== undefined && draw.relation === 'under' ? ['block' as const] : []
      const layout = layoutOf(draw, 'before', 'behind', 'left', ...block)
      return { op: 'move', target, ...position, ...layout }
    }
    case 'archive':
      return { op: 'archive', target, ...(draw.destination % 3 === 0 ? { section: 'Shed' } : {}) }
    default:
      return { op: draw.op, target }
  }
}

function add(
  document: Document,
  draw: OperationDraw,
  destination: Item | undefined,
  position: object | undefined,
): Operation {
  const block = destination !== undefined && draw.relation === 'under' ? ['block' as const] : []
  const told = layoutOf(draw, 'verbatim', 'before', 'behind', ...block)
  const isVerbatim = told.layout?.verbatim === true
  const kind = isVerbatim && draw.kind !== 'label' ? undefined : draw.kind
  return {
    op: 'add',
    text: isVerbatim
      ? draw.lines.replace(/^(?=.)/gmu, indentOf(document, draw, destination))
      : draw.text,
    ...(kind && { kind }),
    ...position,
    ...told,
  }
}

function edit(
  document: Document,
  draw: OperationDraw,
  item: Item,
  target: ReturnType<typeof readTarget>,
): Operation {
  const told = layoutOf(draw, 'verbatim', 'behind')
  const indent = told.layout?.verbatim === true ? indentOf(document, draw, item) : ''
  const body = draw.body.replace(/(?<=\n)(?=.)/gu, indent)
  return { op: 'edit', target, body, ...told }
}

function indentOf({ source }: Document, { indent }: OperationDraw, item: Item | undefined): string {
  if (indent !== 'own') return indent
  return item === undefined
    ? ''
    : (source.text
        .slice(0, item.span.start)
        .split(/[\r\n]/u)
        .at(-1) ?? '')
}

/** The part of a layout that an operation takes; none where nothing of it is drawn. */
function layoutOf<Key extends keyof LayoutDraw>(
  { layout = {} }: OperationDraw,
  ...keys: readonly Key[]
): { layout?: Pick<LayoutDraw, Key> } {
  const told = keys.filter((key) => layout[key] !== undefined).map((key) => [key, layout[key]])
  return told.length === 0 ? {} : { layout: Object.fromEntries(told) as Pick<LayoutDraw, Key> }
}

function splice(text: string, draw: OperationDraw): Operation {
  const start = boundary(text, (draw.target * 7) % (text.length + 1))
  const end = boundary(text, Math.min(text.length, start + (draw.destination % 20)))
  const bom = draw.bom === undefined ? {} : { bom: draw.bom }
  return { op: 'splice', start, end, text: draw.body, expect: text.slice(start, end), ...bom }
}

/** Half of a surrogate pair is no character that a file could hold. */
function boundary(text: string, offset: number): number {
  const unit = text.charCodeAt(offset)
  return unit >= 0xdc00 && unit <= 0xdfff ? offset + 1 : offset
}
