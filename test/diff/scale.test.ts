import { describe, expect, it } from 'vitest'
import { satteriEngine } from '../../src/markdown/satteri-engine.ts'
import { choosePartners } from '../../src/matching/choose-partners.ts'
import { countPairedBelow } from '../../src/matching/count-paired-below.ts'
import { findCandidates } from '../../src/matching/find-candidates.ts'
import { Pairing } from '../../src/matching/pairing.ts'
import { type FreeItem, readProfile } from '../../src/matching/profile.ts'
import { type Diff, diffTexts, forestOf } from './diff-texts.ts'
import { renderChanges } from './render-changes.ts'

/** Four reasons to look at a partner, and for each no more than twelve of them. */
const MOST_PARTNERS = 4 * 12

describe('diff of a large document', () => {
  const SECTIONS = 200
  const ROWS = 100

  it('should find twenty changes among 20,000 bullets, and nothing else', () => {
    const old = Array.from({ length: SECTIONS }, (_, bed) =>
      Array.from({ length: ROWS }, (__, row) => taskOf(bed * ROWS + row)),
    )
    const revised = old.map((rows) => [...rows])
    const expected: string[] = []
    const pathOf = (bed: number, title: string): string => `Garden › Bed ${bed} › ${title}`
    const change = (bed: number, row: number, text?: string, more?: string): void => {
      revised[bed]?.splice(row, 1, ...[text ?? [], more ?? []].flat())
    }
    for (const bed of [3, 77, 123, 198]) {
      const [dropped, renamed, edited, checked] = [10, 30, 50, 70].map((row) => old[bed]?.[row])
      // From the end to the beginning, so that the rows before keep their numbers.
      change(bed, 90, old[bed]?.[90], `build a wall of ${wordOf(bed + 50_000)}`)
      expected.push(`added bullet ${pathOf(bed, `build a wall of ${wordOf(bed + 50_000)}`)}`)
      change(bed, 70, `[x] ${String(checked)}`)
      expected.push(`checked bullet ${pathOf(bed, String(checked))} [none → done]`)
      change(bed, 50, `${String(edited)}. Twice.`)
      expected.push(`edited bullet ${pathOf(bed, String(edited))}.: "" → "Twice."`)
      change(bed, 30, `${String(renamed)} again`)
      expected.push(
        `renamed bullet ${pathOf(bed, `${String(renamed)} again`)} ‹ ${pathOf(bed, String(renamed))}`,
      )
      change(bed, 10)
      expected.push(`dropped bullet ${pathOf(bed, String(dropped))}`)
    }
    const found = diff(render(old), render(revised))
    expect(found.matching.old.entries).toHaveLength(1 + SECTIONS * (ROWS + 1))
    expect(linesOf(found)).toEqual(expected.sort())
  })

  it('should find twenty moves between 200 sections of 100 bullets', () => {
    const old = Array.from({ length: SECTIONS }, (_, bed) =>
      Array.from({ length: ROWS }, (__, row) => taskOf(bed * ROWS + row)),
    )
    const revised = old.map((rows) => [...rows])
    const expected = Array.from({ length: 20 }, (_, index) => {
      const [from, to] = [index * 3, 199 - index * 3]
      const [title = ''] = revised[from]?.splice(40, 1) ?? []
      revised[to]?.splice(60, 0, title)
      const [now, before] = [to, from].map((bed) => `Garden › Bed ${bed} › ${title}`)
      return `moved bullet ${String(now)} ‹ ${String(before)}`
    })
    expect(linesOf(diff(render(old), render(revised)))).toEqual(expected.sort())
  })

  it('should find one that is gone among 20,000 that say the same', () => {
    const list = (count: number): string => `# Garden\n\n${'- water the ferns\n'.repeat(count)}`
    const found = diff(list(20_000), list(19_999))
    expect(renderChanges(found)).toBe('dropped bullet Garden › water the ferns\n')
  })

  it('should read a list that nests deeper than the stack goes', () => {
    const deep = `${'- '.repeat(8000)}beans\n`
    expect(diff(deep, deep).changes).toEqual([])
  })
})

describe('findCandidates', () => {
  const COUNT = 3000

  it('should find each of 3,000 renamed bullets again, whatever their order', () => {
    const words = Array.from({ length: COUNT }, (_, index) => wordOf(index))
    const old = listOf(words.map((word) => `water the ${word} today`))
    const revised = listOf(words.toReversed().map((word) => `water the ${word} tomorrow`))
    const { matching, changes } = diff(old, revised)
    for (let index = 0; index < COUNT; index++)
      expect(matching.newOf(1 + index)).toBe(COUNT - index)
    expect(changes.filter(({ change }) => change === 'renamed')).toHaveLength(COUNT)
    expect(changes.filter(({ change }) => change === 'moved')).toHaveLength(COUNT - 1)
  })

  it('should find all of 3,000 bullets rewritten where no word is left', () => {
    const old = listOf(Array.from({ length: COUNT }, (_, index) => wordOf(index)))
    const revised = listOf(Array.from({ length: COUNT }, (_, index) => wordOf(index + COUNT)))
    const { changes } = diff(old, revised)
    expect(changes.filter(({ change }) => change === 'dropped')).toHaveLength(COUNT)
    expect(changes.filter(({ change }) => change === 'added')).toHaveLength(COUNT)
  })

  it.each([
    ['share no word', (row: number) => wordOf(row), (row: number) => wordOf(row + COUNT)],
    ['share all words', () => 'water the ferns', () => 'water the palms'],
    [
      'share words that many have',
      (row: number) => `water row ${row % 50} with can ${row % 7}`,
      (row: number) => `water rows ${row % 49} with can ${row % 11}`,
    ],
    [
      'share rare words',
      (row: number) => `${wordOf(row % 300)} and ${wordOf(400 + (row % 10))}`,
      (row: number) => `${wordOf(row % 300)} or ${wordOf(400 + (row % 11))}`,
    ],
    [
      'have one title and texts that share words',
      (row: number) => `Water. First the ${wordOf(row % 200)}.`,
      (row: number) => `Water. Then the ${wordOf(row % 190)}.`,
    ],
  ])(
    'should compare each of 3,000 with few where they %s',
    (_, old: (row: number) => string, revised: (row: number) => string) => {
      const rows = Array.from({ length: COUNT }, (__, row) => row)
      const before = forestOf(listOf(rows.map(old)), satteriEngine)
      const after = forestOf(listOf(rows.map(revised)), satteriEngine)
      const pairing = new Pairing(before, after)
      pairing.pair(0, 0)
      const read = (forest: typeof before, free: readonly number[]): FreeItem[] =>
        free.map((number) => ({ number, profile: readProfile(forest, number, () => true) }))
      const [olds, news] = [read(before, pairing.freeOld()), read(after, pairing.freeNew())]
      expect([olds.length, news.length]).toEqual([COUNT, COUNT])
      const partnersOf = choosePartners(pairing, olds, news, countPairedBelow(pairing))
      const counts = olds.map((item) => partnersOf(item).length)
      expect(Math.max(...counts)).toBeLessThanOrEqual(MOST_PARTNERS)
      expect(findCandidates(pairing, 'all').length).toBeLessThanOrEqual(COUNT * MOST_PARTNERS)
      const { changes } = diff(listOf(rows.map(old)), listOf(rows.map(revised)))
      expect(changes.length).toBeLessThanOrEqual(2 * COUNT)
    },
  )

  it('should know 150 outermost sections again by their bullets alone', () => {
    const sections = (title: (bed: number) => string): string =>
      Array.from(
        { length: 150 },
        (_, bed) =>
          `# ${title(bed)}\n\n- rake the ${wordOf(bed)} bed\n- dig the ${wordOf(bed)} up\n`,
      ).join('\n')
    const old = sections((bed) => `Plot ${wordOf(bed + 1000)}`)
    const revised = sections((bed) => wordOf(bed + 2000))
    const { matching, changes } = diff(old, revised)
    expect(changes.map(({ change }) => change)).toEqual(Array(150).fill('renamed'))
    for (const at of matching.old.entries.keys()) expect(matching.newOf(at)).toBe(at)
  })

  it('should compare all with all where they are few', () => {
    const list = (word: string): string =>
      listOf(Array.from({ length: 20 }, (_, row) => `${word} ${wordOf(row)}`))
    const pairing = new Pairing(
      forestOf(list('water'), satteriEngine),
      forestOf(list('shade'), satteriEngine),
    )
    const free = (forest: Pairing['old'], numbers: readonly number[]): FreeItem[] =>
      numbers.map((number) => ({ number, profile: readProfile(forest, number, () => true) }))
    const [olds, news] = [
      free(pairing.old, pairing.freeOld()),
      free(pairing.new, pairing.freeNew()),
    ]
    const partnersOf = choosePartners(pairing, olds, news, countPairedBelow(pairing))
    expect(olds.map((item) => partnersOf(item))).toEqual(olds.map(() => news))
  })
})

function diff(old: string, revised: string): Diff {
  return diffTexts(old, revised, satteriEngine)
}

function linesOf(found: Diff): string[] {
  return renderChanges(found).trimEnd().split('\n').sort()
}

function listOf(rows: readonly string[]): string {
  return `# Garden\n\n${rows.map((row) => `- ${row}\n`).join('')}`
}

function render(beds: readonly (readonly string[])[]): string {
  const sections = beds.map(
    (rows, bed) => `## Bed ${bed}\n\n${rows.map((row) => `- ${row}\n`).join('')}`,
  )
  return `# Garden\n\n${sections.join('\n')}`
}

function taskOf(row: number): string {
  const verb = ['water', 'weed', 'rake', 'hoe', 'shade'][row % 5]
  return `${String(verb)} the ${wordOf(row)} in row ${row}`
}

/** A word that no other number has. */
function wordOf(number: number): string {
  let word = ''
  for (let rest = number + 26 ** 3; rest > 0; rest = Math.floor(rest / 26))
    word += String.fromCharCode(97 + (rest % 26))
  return word
}
