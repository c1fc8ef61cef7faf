import fc from 'fast-check'

/** A document as it is meant, without its layout. */
export type Garden = readonly Bed[]

/** A section, with all that stands in it before the next heading. */
export interface Bed {
  readonly level: number
  readonly title: string
  readonly body: readonly Body[]
  readonly plants: readonly Plant[]
  /** A label with a list of its own, behind the others; an empty label stands for none. */
  readonly label: string
  readonly labelled: readonly Plant[]
}

/** A bullet. */
export interface Plant {
  readonly box: '' | '[ ] ' | '[x] '
  readonly title: string
  /** What follows the title in its own paragraph. */
  readonly more: string
  readonly body: readonly Body[]
  readonly children: readonly Plant[]
}

/** A block below a title: prose, or lines that must stay as they are. */
export type Body =
  | { readonly kind: 'prose'; readonly text: string }
  | { readonly kind: 'code'; readonly lines: readonly string[] }

/** All that a document can look like without saying anything else. */
export interface Habit {
  readonly marker: string
  readonly indent: string
  readonly isLoose: boolean
  readonly width: number
  readonly isSetext: boolean
  readonly gap: string
  readonly fence: string
  readonly tick: string
  readonly shift: number
  readonly eol: string
  readonly end: string
}

/** Gardens in which no two items have the same title, and titles share few words. */
export function garden(): fc.Arbitrary<Garden> {
  const names = fc.shuffledSubarray([...NAMES], { minLength: NAMES.length })
  return fc.tuple(fc.array(bed(), { minLength: 1, maxLength: 5 }), names).map(([beds, order]) => {
    let count = 0
    // None comes twice: a name that would is told from the first by its number.
    const next = (): string => {
      const name = String(order[count % order.length])
      const round = Math.floor(count++ / order.length)
      return round === 0 ? name : `${name}${round}`
    }
    return beds.map((each) => nameBed(each, next))
  })
}

/** Ways to lay a garden out; all levels are shifted by one where `shift` is 1. */
export function habit(): fc.Arbitrary<Habit> {
  return fc.record({
    marker: fc.constantFrom('- ', '* ', '+ ', '-   '),
    indent: fc.constantFrom('', '', ' ', '  '),
    isLoose: fc.boolean(),
    width: fc.constantFrom(24, 40, 1000),
    isSetext: fc.boolean(),
    gap: fc.constantFrom('\n', '\n\n', '\n\n\n'),
    fence: fc.constantFrom('```', '~~~~'),
    tick: fc.constantFrom('x', 'X'),
    shift: fc.constantFrom(0, 0, 0, 1),
    eol: fc.constantFrom('\n', '\n', '\r\n'),
    end: fc.constantFrom('\n', '', '\n\n'),
  })
}

/** Writes a garden down. */
export function renderGarden(given: Garden, laid: Habit): string {
  const text = given.map((each) => renderBed(each, laid)).join('\n\n')
  return (text + laid.end).replaceAll('\n', laid.eol)
}

function bed(): fc.Arbitrary<Bed> {
  return fc.record({
    level: fc.integer({ min: 1, max: 4 }),
    title: fc.constantFrom('All about %', 'Plot of %', '%'),
    body: fc.array(body(), { maxLength: 2 }),
    plants: fc.array(plant(3), { maxLength: 4 }),
    label: fc.constantFrom('', '', '', 'Before %:'),
    labelled: fc.array(plant(2), { minLength: 1, maxLength: 2 }),
  })
}

function plant(depth: number): fc.Arbitrary<Plant> {
  return fc.record({
    box: fc.constantFrom('', '', '', '[ ] ', '[x] '),
    title: fc.constantFrom(...TASKS),
    more: fc.constantFrom('', '', '', ...PROSE),
    body: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(body(), { minLength: 1, maxLength: 2 }) },
    ),
    children:
      depth <= 1
        ? fc.constant([])
        : fc.oneof(
            { weight: 3, arbitrary: fc.constant([]) },
            { weight: 1, arbitrary: fc.array(plant(depth - 1), { minLength: 1, maxLength: 2 }) },
          ),
  })
}

function body(): fc.Arbitrary<Body> {
  return fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('prose' as const),
        text: fc.constantFrom(...PROSE),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('code' as const),
        lines: fc.constantFrom(...CODE),
      }),
    },
  )
}

/** Puts names into the holes of all texts, in document order. */
function nameBed(given: Bed, next: () => string): Bed {
  const fill = (text: string): string => text.replaceAll('%', next)
  const nameBody = (each: Body): Body =>
    each.kind === 'prose'
      ? { kind: 'prose', text: fill(each.text) }
      : { kind: 'code', lines: each.lines.map(fill) }
  const namePlant = (each: Plant): Plant => ({
    box: each.box,
    title: fill(each.title),
    more: fill(each.more),
    body: each.body.map(nameBody),
    children: each.children.map(namePlant),
  })
  return {
    level: given.level,
    title: fill(given.title),
    body: given.body.map(nameBody),
    plants: given.plants.map(namePlant),
    label: fill(given.label),
    labelled: given.labelled.map(namePlant),
  }
}

function renderBed(given: Bed, laid: Habit): string {
  const level = given.level + laid.shift
  const heading =
    laid.isSetext && level <= 2
      ? `${given.title}\n${level === 1 ? '===' : '---'}`
      : `${'#'.repeat(level)} ${given.title}`
  const lists = [
    renderPlants(given.plants, laid, laid.indent),
    ...(given.label === '' ? [] : [given.label, renderPlants(given.labelled, laid, laid.indent)]),
  ]
  const blocks = [...given.body.map((each) => renderBody(each, laid).join('\n')), ...lists]
  return [heading, blocks.filter((each) => each !== '').join('\n\n')]
    .filter((each) => each !== '')
    .join(laid.gap)
}

function renderPlants(plants: readonly Plant[], laid: Habit, indent: string): string {
  const inner = indent + ' '.repeat(laid.marker.length)
  const items = plants.map((each) => {
    const box = each.box.replace('x', laid.tick)
    const first = wrap(`${box}${each.title}${each.more === '' ? '' : `. ${each.more}`}`, laid.width)
    const below = each.body.flatMap((block) => ['', ...renderBody(block, laid)])
    const own = [...first, ...below]
      .map((line, at) => (at === 0 ? indent + laid.marker + line : line === '' ? '' : inner + line))
      .join('\n')
    const children = renderPlants(each.children, laid, inner)
    if (children === '') return own
    return own + (below.length > 0 || laid.isLoose ? '\n\n' : '\n') + children
  })
  return items.join(laid.isLoose ? '\n\n' : '\n')
}

function renderBody(given: Body, laid: Habit): readonly string[] {
  return given.kind === 'prose'
    ? wrap(given.text, laid.width)
    : [`${laid.fence}sh`, ...given.lines, laid.fence]
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last === undefined || last.length + word.length >= width) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines
}

const TASKS = [
  'water the %',
  'prune the %',
  'order some % and %',
  'find out why the % never flowers',
  'ask @ana for `%`',
  '%',
]

const PROSE = [
  'Nobody has looked after the % for years, and it shows.',
  'It stands next to the %. That does not help.',
  'See [the %](https://example.org/%) before doing *anything* at all.',
  'Not before the % has gone.',
]

const CODE = [['sow --crop %'], ['dig %', '  rake %', '', 'water']]

const NAMES = (
  'acacia agave alder allium almond aloe aster azalea bamboo basil bean beech beet begonia birch ' +
  'borage bramble broom burdock cactus camellia carrot catnip cedar celery chard chicory chive ' +
  'clover comfrey cosmos cress crocus cumin currant cypress daffodil dahlia daisy dill elder elm ' +
  'endive fennel fern fig flax foxglove fuchsia garlic gentian ginger gorse gourd grape hazel ' +
  'heather hemp holly hop hosta hyssop iris ivy jasmine juniper kale larch larkspur laurel ' +
  'lavender leek lemon lentil lettuce lilac lily linden lovage lupin maize mallow maple marigold ' +
  'marjoram medlar melon millet mint mulberry mustard myrtle nettle oak oat olive onion orchid ' +
  'oregano pansy parsley parsnip peach pear peony pepper petunia phlox pine plum poppy privet ' +
  'pumpkin quince radish rhubarb rocket rose rowan rue rye saffron sage savory sedum sorrel ' +
  'spelt spinach spruce squash sumac swede tansy tarragon teasel thistle thyme tomato tulip ' +
  'turnip valerian vetch viola walnut wheat willow wisteria yarrow yew zinnia'
).split(' ')
