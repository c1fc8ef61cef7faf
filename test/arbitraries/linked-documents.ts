import fc from 'fast-check'
import GithubSlugger from 'github-slugger'

/** A section of a document; its words are its own, and its title is not. */
export interface LinkedSection {
  /** Tells it from all others, whatever its title and place. */
  readonly mark: number
  readonly title: string
  readonly level: number
  readonly links: readonly SectionLink[]
}

/** A link to a section; its words are its own. */
export interface SectionLink {
  readonly mark: string
  readonly target: string
}

/** A document; `path` may change, and `key` does not. */
export interface LinkedDocument {
  readonly key: number
  readonly path: string
  readonly sections: readonly LinkedSection[]
}

/** Documents that link to each other, before and after somebody edited them. */
export interface LinkedEdit {
  readonly before: readonly LinkedDocument[]
  readonly after: readonly LinkedDocument[]
}

/** Titles are few, so that many are equal. */
const TITLES = ['Beds', 'Shed', 'Tools & twine', 'Beds 1', 'Größe']

/** Words that no two sections share. */
const wordsOf = (mark: number): string =>
  ['willow', 'basket', 'copper', 'ladder', 'thistle']
    .map((word, place) => `${word}${String(mark * 7 + place)}`)
    .join(' ')

/** Renders a document as Markdown. */
export function renderLinked({ sections }: LinkedDocument): string {
  return sections
    .map(({ mark, title, level, links }) => {
      const items = links.map((link) => `- [${link.mark}](${link.target})\n`).join('')
      return `${'#'.repeat(level)} ${title}\n\n${wordsOf(mark)}\n${items === '' ? '' : `\n${items}`}`
    })
    .join('\n')
}

/** Finds the section that a link leads to, as GitHub renders it; `undefined` for a dead one. */
export function followLinked(
  target: string,
  from: LinkedDocument,
  documents: readonly LinkedDocument[],
): number | undefined {
  const [path = '', fragment = ''] = target.split('#')
  const document = path === '' ? from : documents.find((each) => each.path === path)
  return document && slugsOf(document).get(decodeURIComponent(fragment))
}

/** The section of each anchor; a renderer goes to the first of a name. */
function slugsOf({ sections }: LinkedDocument): Map<string, number> {
  const slugger = new GithubSlugger()
  return new Map(sections.map(({ title, mark }) => [slugger.slug(title), mark]))
}

const anySection = fc.record({
  title: fc.constantFrom(...TITLES),
  level: fc.constant(2),
  links: fc.array(
    fc.record({ document: fc.nat(), section: fc.nat(), isDead: fc.boolean(), kept: fc.nat(9) }),
    { maxLength: 3 },
  ),
})

const anyEdit = fc.record({
  kind: fc.constantFrom('drop', 'rename', 'add', 'move', 'file', 'delete', 'link'),
  document: fc.nat(),
  section: fc.nat(),
  to: fc.nat(),
  title: fc.constantFrom(...TITLES),
})

type Edit = typeof anyEdit extends fc.Arbitrary<infer Value> ? Value : never

/** Any documents that link to each other, and any edits of them. */
export function linkedEdit(size: number): fc.Arbitrary<LinkedEdit> {
  return fc
    .record({
      documents: fc.array(fc.array(anySection, { minLength: 1, maxLength: 6 }), {
        minLength: size,
        maxLength: size,
      }),
      edits: fc.array(anyEdit, { minLength: 1, maxLength: 6 }),
    })
    .map(({ documents, edits }) => {
      const bare = documents.map((sections, key): LinkedDocument => ({
        key,
        path: `page-${String(key)}.md`,
        sections: sections.map(({ title, level }, place) => ({
          mark: key * 100 + place,
          title,
          level,
          links: [],
        })),
      }))
      const before = bare.map((document, key) => ({
        ...document,
        sections: document.sections.map((section, place) => ({
          ...section,
          links: (documents[key]?.[place]?.links ?? []).map((link, number): SectionLink => {
            const goal = pick(bare, link.document)
            const slugs = [...slugsOf(goal).keys()]
            const anchor = link.isDead && link.kept < 3 ? 'nowhere' : pick(slugs, link.section)
            return {
              mark: `link ${String(section.mark)}-${String(number)}`,
              target: `${goal.key === key ? '' : goal.path}#${anchor}`,
            }
          }),
        })),
      }))
      return { before, after: edits.reduce(carryOut, before) }
    })
}

function carryOut(
  documents: readonly LinkedDocument[],
  edit: Edit,
  number = 0,
): readonly LinkedDocument[] {
  const document = pick(documents, edit.document)
  const change = (sections: readonly LinkedSection[]): readonly LinkedDocument[] =>
    documents.map((each) => (each === document ? { ...each, sections } : each))
  const { sections } = document
  const place = sections.length === 0 ? 0 : edit.section % sections.length
  const section = sections[place]
  if (edit.kind === 'delete')
    return documents.length < 3 ? documents : documents.filter((each) => each !== document)
  if (edit.kind === 'file')
    return documents.map((each) =>
      each === document ? { ...each, path: `moved-${String(edit.to % 5)}-${each.path}` } : each,
    )
  const mark = 10_000 + number * 100 + (edit.to % 90)
  if (edit.kind === 'add') {
    const links = [{ mark: `link ${String(mark)}`, target: `#${edit.title.toLowerCase()}` }]
    return change(
      sections.toSpliced(place, 0, {
        mark,
        title: edit.title,
        level: 2,
        links: edit.to % 3 === 0 && !edit.title.includes(' ') ? links : [],
      }),
    )
  }
  if (section === undefined) return documents
  const rest = sections.toSpliced(place, 1)
  if (edit.kind === 'drop') return change(rest)
  if (edit.kind === 'move') return change(rest.toSpliced(edit.to % (rest.length + 1), 0, section))
  if (edit.kind === 'rename') return change(sections.with(place, { ...section, title: edit.title }))
  const [link, ...links] = section.links
  if (link === undefined) return documents
  const slugs = [...slugsOf(document).keys()]
  const target = `#${pick(slugs, edit.to)}`
  return change(sections.with(place, { ...section, links: [{ ...link, target }, ...links] }))
}

function pick<Value>(values: readonly Value[], number: number): Value {
  const value = values[number % values.length]
  if (value === undefined) throw new Error('there is nothing to pick from')
  return value
}

/**
 * Tells whether a reader of both revisions would know each section again.
 *
 * Where a title was given to a section while another of that title, or of one that begins it, left,
 * nobody can tell whether the one was rewritten.
 */
export function isTellable({ before, after }: LinkedEdit): boolean {
  return before.every(({ key, sections }) => {
    const now = after.find((each) => each.key === key)?.sections ?? []
    const isSame = (a: LinkedSection, b: LinkedSection): boolean =>
      a.mark === b.mark && a.title === b.title
    const left = sections.filter((section) => !now.some((each) => isSame(each, section)))
    const came = now.filter((section) => !sections.some((each) => isSame(each, section)))
    return !left.some((a) => came.some((b) => isAlike(a.title, b.title)))
  })
}

function isAlike(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a)
}
