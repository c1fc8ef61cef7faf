import fc from 'fast-check'

/**
 * A TODO document as people write them, small enough to make a million: sections, labels, nested
 * and numbered lists, boxes, prose and code, in one habit of indents, blank lines and line ends.
 */
export function smallTodo(): fc.Arbitrary<string> {
  return fc
    .record({
      habit: fc.record({
        indent: fc.constantFrom('', '', ' ', '  '),
        marker: fc.constantFrom('- ', '- ', '* ', '+ ', '1. ', '1) ', '-   ', '-\t'),
        isLoose: fc.boolean(),
        isTabbed: fc.boolean(),
        headingGap: fc.constantFrom('\n\n', '\n\n', '\n'),
      }),
      blocks: fc.array(block(), { minLength: 1, maxLength: 6 }),
      eol: fc.constantFrom('\n', '\n', '\n', '\r\n'),
      end: fc.constantFrom('\n', '\n', '', '\n\n'),
    })
    .map(({ habit, blocks, eol, end }) => {
      const text = blocks.map((each) => renderBlock(each, habit)).join('\n\n')
      return (text + end).replaceAll('\n', eol)
    })
}

interface Habit {
  readonly indent: string
  readonly marker: string
  readonly isLoose: boolean
  readonly isTabbed: boolean
  readonly headingGap: string
}

interface Bullet {
  readonly text: string
  readonly children: readonly Bullet[]
}

type Block =
  | {
      readonly kind: 'heading'
      readonly level: number
      readonly title: string
      readonly body: string
    }
  | { readonly kind: 'list'; readonly label: string; readonly bullets: readonly Bullet[] }
  | { readonly kind: 'text'; readonly text: string }

function block(): fc.Arbitrary<Block> {
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('heading' as const),
        level: fc.integer({ min: 1, max: 4 }),
        title: fc.constantFrom(...TITLES),
        body: fc.constantFrom('', '', ...PROSE),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('list' as const),
        label: fc.constantFrom('', '', '', 'Soon:', '**Later**', '**Next:**'),
        bullets: fc.array(bullet(3), { minLength: 1, maxLength: 3 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('text' as const), text: fc.constantFrom(...PROSE) }),
    },
  )
}

function bullet(depth: number): fc.Arbitrary<Bullet> {
  return fc.record({
    text: fc
      .tuple(fc.constantFrom('', '', '[ ] ', '[x] '), fc.constantFrom(...SENTENCES))
      .map((parts) => parts.join('')),
    children:
      depth <= 1
        ? fc.constant([])
        : fc.oneof(
            { weight: 3, arbitrary: fc.constant([]) },
            { weight: 1, arbitrary: fc.array(bullet(depth - 1), { minLength: 1, maxLength: 2 }) },
          ),
  })
}

function renderBlock(given: Block, habit: Habit): string {
  if (given.kind === 'text') return given.text
  if (given.kind === 'heading') {
    const heading = `${'#'.repeat(given.level)} ${given.title}`
    return given.body === '' ? heading : heading + habit.headingGap + given.body
  }
  const list = renderBullets(given.bullets, habit, habit.indent)
  return given.label === '' ? list : `${given.label}\n\n${list}`
}

function renderBullets(bullets: readonly Bullet[], habit: Habit, indent: string): string {
  const inner = habit.isTabbed
    ? `\t${indent.trimStart()}`
    : ' '.repeat(indent.length + width(habit))
  return bullets
    .map(({ text, children }, index) => {
      const marker = habit.marker.startsWith('1')
        ? `${String(index + 1)}${habit.marker.slice(1)}`
        : habit.marker
      const lines = text.replaceAll('\n', `\n${' '.repeat(indent.length + width(habit))}`)
      const own = `${indent}${marker}${lines}`
      return children.length === 0 ? own : `${own}\n${renderBullets(children, habit, inner)}`
    })
    .join(habit.isLoose ? '\n\n' : '\n')
}

function width(habit: Habit): number {
  return habit.marker === '-\t' ? 4 : habit.marker.length
}

const TITLES = [
  'Garden',
  'Tool shed',
  'Greenhouse {#glass}',
  'Seeds ##',
  'Order `bulbs` *early*',
  '~~Fence~~',
  'Paths: gravel > bark',
  'Garden',
]

const PROSE = [
  'Nobody has been here for years.',
  'The door sticks.\nIt needs a plane and an hour.',
  '```sh\nrake --fine\n\twith a tab\n```',
  'See [the seeds](#seeds).\n\n> Not before May.',
  '| bed | crop |\n|---|---|\n| 1 | beans |',
]

const SENTENCES = [
  'water the ferns',
  'oil the shears. They squeak.',
  'mend the hose\nbefore June',
  '~~sweep~~',
  'sort the `nails` by length',
  'ask @ana for [bulbs](https://example.org/b)',
  'paint the gate\n\nGreen, two coats.',
  'stack pots\n\n```\npots\n```',
  'beans',
]
