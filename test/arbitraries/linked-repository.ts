import fc from 'fast-check'

/** Documents of a repository, by path. */
export type Texts = Readonly<Record<string, string>>

/** A renderer whose anchors the links of a repository are made for. */
export type Renderer = 'github' | 'mdbook'

/** A repository of documents that link to each other. */
export interface LinkedRepository {
  readonly renderer: Renderer
  /** Whether headings keep the anchors that they had. */
  readonly keepsAnchors: boolean
  readonly texts: Texts
}

/** Titles are few, so that many are equal. */
const TITLES = ['Beds', 'Shed', 'Tools & twine', 'Größe', '`hose` **reel**']

/** On GitHub, a title may be what another one's number makes. */
const NUMBERED = ['Beds 1', 'Shed-1']

const anyLink = fc.record({
  document: fc.nat(),
  section: fc.nat(),
  form: fc.constantFrom('inline', 'inline', 'definition', 'html', 'image', 'angle', 'title'),
  goal: fc.constantFrom('heading', 'heading', 'heading', 'spot', 'file', 'picture', 'dead'),
  style: fc.constantFrom('plain', 'plain', 'encoded', 'upper', 'dotted'),
})

const anySection = fc.record({
  title: fc.nat(),
  level: fc.constantFrom<number[]>(2, 2, 2, 3),
  id: fc.nat(9),
  spot: fc.boolean(),
  links: fc.array(anyLink, { maxLength: 3 }),
})

type Sections = readonly (typeof anySection extends fc.Arbitrary<infer Value> ? Value : never)[]
type Goal = Sections[number]['links'][number]

/** How the documents of a repository are made. */
export interface RepositoryShape {
  readonly size: number
  /** Whether sections stand below sections, other than the title of the document. */
  readonly isNested: boolean
}

/** Any repository of so many documents, in three directories, and with a picture. */
export function linkedRepository(
  { size, isNested }: RepositoryShape,
  anchorsOf: (text: string, renderer: Renderer) => readonly string[],
): fc.Arbitrary<LinkedRepository> {
  return fc
    .record({
      renderer: fc.constantFrom<Renderer[]>('github', 'mdbook'),
      keepsAnchors: fc.boolean(),
      documents: fc.array(fc.array(anySection, { minLength: 1, maxLength: 6 }), {
        minLength: size,
        maxLength: size,
      }),
    })
    .map(({ renderer, keepsAnchors, documents: drawn }) => {
      const documents = isNested
        ? drawn
        : drawn.map((sections) => sections.map((section) => ({ ...section, level: 2 })))
      const paths = documents.map((_, key) => pathOf(key))
      const bare = documents.map((sections, key) => renderPage(sections, key, renderer, () => ''))
      const anchors = bare.map((text) =>
        anchorsOf(text, renderer).filter((each) => !each.startsWith('spot-')),
      )
      const targetOf = (link: Goal, from: number): string => {
        const to = link.document % size
        const path = pathTo(paths[to] ?? '', paths[from] ?? '', link)
        if (link.goal === 'picture') return pathTo(PICTURE, paths[from] ?? '', link)
        if (link.goal === 'file') return path
        const file = to === from ? '' : path
        const spots = [...(bare[to] ?? '').matchAll(SPOT)].map(([, id]) => id ?? '')
        if (link.goal === 'spot' && spots.length > 0) return `${file}#${pick(spots, link.section)}`
        if (link.goal === 'dead') return `${file}#nowhere-${String(link.section % 3)}`
        return `${file}#${spell(pick(anchors[to] ?? [], link.section), link, renderer)}`
      }
      const texts = documents.map((sections, key) => [
        pathOf(key),
        renderPage(sections, key, renderer, (link) => targetOf(link, key)),
      ])
      return { renderer, keepsAnchors, texts: { ...Object.fromEntries(texts), [PICTURE]: '' } }
    })
}

/** The picture that documents show. */
const PICTURE = 'img/plot.png'

/** `<a id="spot-101">` */
const SPOT = /<a id="(spot-\d+)">/gu

function pathOf(key: number): string {
  return `${['', 'docs/', 'docs/später/'][key % 3] ?? ''}page-${String(key)}.md`
}

function pathTo(to: string, from: string, { style }: Goal): string {
  const up = '../'.repeat(from.split('/').length - 1)
  const path = up === '' && style === 'dotted' ? `./${to}` : `${up}${to}`
  return style === 'encoded' ? encodeURI(path) : path
}

/** GitHub finds anchors in any case. */
function spell(anchor: string, { style }: Goal, renderer: Renderer): string {
  if (style === 'encoded') return encodeURIComponent(anchor)
  return style === 'upper' && renderer === 'github' ? anchor.toUpperCase() : anchor
}

function renderPage(
  sections: Sections,
  key: number,
  renderer: Renderer,
  targetOf: (link: Goal) => string,
): string {
  const titles = renderer === 'github' ? [...TITLES, ...NUMBERED] : TITLES
  const parts = sections.map(({ title, level, id, spot, links }, place) => {
    const mark = key * 100 + place
    const own = id < 2 ? ` {#own-${String(mark)}}` : ''
    const heading = `${'#'.repeat(level)} ${pick(titles, title)}${own}`
    const text = `${spot ? `<a id="spot-${String(mark)}"></a>` : ''}${wordsOf(mark)}`
    const written = links.map((link, number) => {
      return renderLink(link, `link ${String(mark)}-${String(number)}`, targetOf(link))
    })
    const items = written.map(({ item }) => `- ${item}\n`).join('')
    const definitions = written.flatMap(({ definition }) => definition ?? []).join('')
    return [heading, text, items.trimEnd(), definitions.trimEnd()]
      .filter((part) => part !== '')
      .join('\n\n')
  })
  return `# Page ${String(key)}\n\nmark-page-${String(key)} opens it.\n\n${parts.join('\n\n')}\n`
}

interface WrittenLink {
  readonly item: string
  readonly definition?: string
}

function renderLink({ form }: Goal, mark: string, target: string): WrittenLink {
  if (form === 'definition') return { item: `see [${mark}]`, definition: `[${mark}]: ${target}\n` }
  if (form === 'html') return { item: `<a href="${target}">${mark}</a>` }
  if (form === 'image') return { item: `![${mark}](${target})` }
  if (form === 'angle') return { item: `[${mark}](<${target}>)` }
  return { item: form === 'title' ? `[${mark}](${target} "soon")` : `[${mark}](${target})` }
}

/** Words that no two sections share; the first tells which section it is. */
export function wordsOf(mark: number): string {
  const words = ['willow', 'basket', 'copper', 'ladder', 'thistle']
  return `mark-${String(mark)} ${words.map((word, place) => `${word}${String(mark * 7 + place)}`).join(' ')}`
}

/** Takes the value of a place, counted around. */
export function pick<Value>(values: readonly Value[], number: number): Value {
  const value = values[number % values.length]
  if (value === undefined) throw new Error('there is nothing to pick from')
  return value
}
