import fc from 'fast-check'
import type { Document } from '../../src/document/document.ts'
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
  readonly title: string
  readonly body: string
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
]

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
]

/** Draws what an operation is made of. */
export function operationDraw(): fc.Arbitrary<OperationDraw> {
  return fc.record({
    op: fc.constantFrom(...OPERATIONS),
    target: fc.nat(200),
    destination: fc.nat(200),
    relation: fc.constantFrom('under', 'before', 'after', 'end'),
    text: fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...TEXTS) },
      fc.string({ unit: 'grapheme' }),
    ),
    title: fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...TITLES) }, fc.string()),
    body: fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...BODIES) }, fc.string()),
  })
}

/** Makes the operation of a draw on a document; `undefined` where the document has no item for it. */
export function toOperation(document: Document, draw: OperationDraw): Operation | undefined {
  const places = walkItems(document.items)
  const targetOf = (number: number): ReturnType<typeof readTarget> | undefined => {
    const place = places[number % Math.max(1, places.length)]
    return place === undefined ? undefined : readTarget(document, place.item)
  }
  const target = targetOf(draw.target)
  const destination = targetOf(draw.destination)
  const position =
    destination === undefined || draw.relation === 'end' ? {} : { [draw.relation]: destination }
  if (draw.op === 'add') return { op: 'add', text: draw.text, ...position }
  if (draw.op === 'splice') return splice(document.source.text, draw)
  if (target === undefined) return undefined
  switch (draw.op) {
    case 'rename':
      return { op: 'rename', target, title: draw.title }
    case 'edit':
      return { op: 'edit', target, body: draw.body }
    case 'move':
      return { op: 'move', target, ...position }
    case 'archive':
      return { op: 'archive', target, ...(draw.destination % 3 === 0 ? { section: 'Shed' } : {}) }
    default:
      return { op: draw.op, target }
  }
}

function splice(text: string, draw: OperationDraw): Operation {
  const start = boundary(text, (draw.target * 7) % (text.length + 1))
  const end = boundary(text, Math.min(text.length, start + (draw.destination % 20)))
  return { op: 'splice', start, end, text: draw.body, expect: text.slice(start, end) }
}

/** Half of a surrogate pair is no character that a file could hold. */
function boundary(text: string, offset: number): number {
  const unit = text.charCodeAt(offset)
  return unit >= 0xdc00 && unit <= 0xdfff ? offset + 1 : offset
}
