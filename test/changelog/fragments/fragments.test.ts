import { describe, expect, it } from 'vitest'
import { parse as parseYaml } from 'yaml'
import type { Entry } from '../../../src/changelog/entry.ts'
import { fragmentTools, isFragmentToolName } from '../../../src/changelog/fragments/index.ts'
import type { FragmentToolName } from '../../../src/changelog/fragments/index.ts'
import {
  type FragmentOptions,
  type FragmentPlan,
  planFragments,
} from '../../../src/changelog/fragments/plan-fragments.ts'
import { loadEngine } from '../../../src/markdown/load-engine.ts'
import { createEntry } from '../../fakes/entry.ts'

const engine = await loadEngine()

function planAll(
  entries: readonly Entry[],
  tool: FragmentToolName,
  present: Readonly<Record<string, string>> = {},
  options: Partial<FragmentOptions> = {},
): FragmentPlan {
  const given = { packages: () => ['seed-box'], ...options }
  const there = new Map(Object.entries(present))
  return planFragments(entries, fragmentTools[tool], given, there, engine)
}

function plan(...given: Parameters<typeof planAll>): Record<string, string> {
  const { fragments } = planAll(...given)
  return Object.fromEntries(fragments.map(({ path, text }) => [path, text]))
}

const names = Object.keys(fragmentTools).filter(isFragmentToolName)

/** What a person would see change, whatever else stands there. */
const withoutHash = (files: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(files).map(([path, text]) => [
      path,
      text.replace(/(?<=-[0-9a-f]{8}) [0-9a-f]{8}/u, ' HASH'),
    ]),
  )

describe('fragmentTools', () => {
  it('should write a changeset for each package', () => {
    const files = plan([createEntry()], 'changesets', {}, { packages: () => ['@seed/box', 'bed'] })
    expect(withoutHash(files)).toEqual({
      '0123456789ab-c0ffee00.md':
        '---\n# crossoff 0123456789ab-c0ffee00 HASH\n"@seed/box": minor\nbed: minor\n---\n\nBeans can be sown in `rows`.\n',
    })
  })

  it('should write an orphan fragment of towncrier, in either markup', () => {
    expect(withoutHash(plan([createEntry()], 'towncrier'))).toEqual({
      '+0123456789ab-c0ffee00.feature.rst':
        'Beans can be sown in ``rows``.\n\n.. crossoff 0123456789ab-c0ffee00 HASH\n',
    })
    expect(withoutHash(plan([createEntry()], 'towncrier', {}, { markup: 'markdown' }))).toEqual({
      '+0123456789ab-c0ffee00.feature.md':
        'Beans can be sown in `rows`. <!-- crossoff 0123456789ab-c0ffee00 HASH -->\n',
    })
  })

  it('should write a change of changie, with a time that is no text in quotes', () => {
    const [[path, text] = []] = Object.entries(plan([createEntry()], 'changie'))
    expect(path).toBe('0123456789ab-c0ffee00.yaml')
    expect(parseYaml(text ?? '', { schema: 'yaml-1.1' })).toEqual({
      kind: 'Added',
      body: 'Beans can be sown in `rows`.',
      time: new Date('2024-02-29T11:30:15Z'),
    })
  })

  it('should write a fragment of scriv, in either markup', () => {
    expect(withoutHash(plan([createEntry()], 'scriv'))).toEqual({
      '20240229_123015_0123456789ab-c0ffee00.rst':
        '.. crossoff 0123456789ab-c0ffee00 HASH\n\nAdded\n-----\n\n- Beans can be sown in ``rows``.\n',
    })
    expect(withoutHash(plan([createEntry()], 'scriv', {}, { markup: 'markdown' }))).toEqual({
      '20240229_123015_0123456789ab-c0ffee00.md':
        '<!-- crossoff 0123456789ab-c0ffee00 HASH -->\n\n### Added\n\n- Beans can be sown in `rows`.\n',
    })
  })

  it('should write a note of reno, whose name ends with its sixteen digits', () => {
    const [[path, text] = []] = Object.entries(plan([createEntry()], 'reno'))
    expect(path).toBe('todo-456789abc0ffee00.yaml')
    expect(parseYaml(text ?? '')).toEqual({ features: ['Beans can be sown in ``rows``.'] })
  })

  it.each(names)('should keep YAML and line structure whatever the summary says: %s', (name) => {
    const summary = `"Beans": #1 & *peas* - ${'long '.repeat(40)}'end'`
    const [text = ''] = Object.values(plan([createEntry({ summary })], name))
    expect(text.split('\n').filter((line) => line.includes('Beans'))).toHaveLength(1)
    const yaml = name === 'changie' || name === 'reno' ? text : ''
    const value = JSON.stringify(parseYaml(yaml) ?? summary)
    expect(value).toContain(JSON.stringify(summary).slice(1, -1).replace('*peas*', '*peas*'))
  })
})

describe('kinds', () => {
  const kindOf = (told: Partial<Entry>, kinds?: Record<string, string>): string | undefined =>
    Object.keys(plan([createEntry(told)], 'towncrier', {}, { kinds }))[0]?.split('.')[1]

  it.each([
    [{ commitType: 'feat', type: 'Added' }, 'feature'],
    [{ type: 'Fixed' }, 'bugfix'],
    [{ commitType: 'docs', type: 'Changed' }, 'doc'],
    [{ commitType: 'docs', breaking: true, type: 'Changed' }, 'removal'],
    [{ breaking: true, type: 'Added' }, 'removal'],
    [{ commitType: 'constructor', type: 'Security' }, 'bugfix'],
  ] as const)('should be chosen by mark, by commit, by type: %j', (told, kind) => {
    expect(kindOf(told)).toBe(kind)
  })

  it('should be those that were asked for', () => {
    expect(kindOf({ commitType: 'perf' }, { perf: 'speed' })).toBe('speed')
    expect(kindOf({ commitType: 'feat' }, { perf: 'speed' })).toBe('feature')
  })

  it('should leave out what is no change, and what a release has', () => {
    const { type: _type, ...untyped } = createEntry({ outcome: 'abandoned' })
    expect(plan([untyped, createEntry({ release: '1.4.0' })], 'scriv')).toEqual({})
  })
})

describe('planFragments', () => {
  it('should show references as links, in the markup of the tool', () => {
    const refs = [
      { kind: 'issue', text: '#7', url: 'https://garden.example/issues/7' },
      { kind: 'review', text: '12', url: 'https://garden.example/r_(x)' },
      { kind: 'change', text: 'I7e4c' },
      { kind: 'commit', text: 'c0ffee0000', url: 'https://garden.example/c/1' },
    ] as const
    const entry = createEntry({ refs })
    expect(plan([entry], 'changie')['0123456789ab-c0ffee00.yaml']).toContain(
      'Beans can be sown in `rows`. ([#7](https://garden.example/issues/7), [12](https://garden.example/r_\\(x\\)))\n',
    )
    expect(plan([entry], 'reno')['todo-456789abc0ffee00.yaml']).toContain(
      'Beans can be sown in ``rows``. (`#7 <https://garden.example/issues/7>`__, `12 <https://garden.example/r\\_(x)>`__)\n',
    )
  })

  it.each(names)('should write nothing the second time: %s', (name) => {
    const files = plan([createEntry()], name)
    expect(Object.keys(files)).toHaveLength(1)
    expect(plan([createEntry()], name, files)).toEqual({})
    const checkedOut = Object.entries(files).map(([path, text]) => [
      path,
      text.replaceAll('\n', '\r\n'),
    ])
    expect(plan([createEntry()], name, Object.fromEntries(checkedOut))).toEqual({})
  })

  it.each(names)('should give anew what nobody has changed: %s', (name) => {
    const other = createEntry({ summary: 'Beans can be sown in circles.' })
    const files = plan([createEntry()], name)
    expect(plan([other], name, files)).toEqual(plan([other], name))
  })

  it.each(names)("should leave a person's wording alone: %s", (name) => {
    const files = Object.entries(plan([createEntry()], name))
    const mine = files.map(([path, text]) => [path, text.replace('Beans', 'All beans')])
    const other = createEntry({ summary: 'Beans can be sown in circles.' })
    expect(plan([other], name, Object.fromEntries(mine))).toEqual({})
    const unmarked = files.map(([path, text]) => [path, text.replace(/crossoff \S+ \S+/u, 'mine')])
    expect(plan([other], name, Object.fromEntries(unmarked))).toEqual({})
  })

  it('should know an entry by its item, where the commit has become another', () => {
    const amended = createEntry({ key: '0123456789ab-decade00' })
    const files = plan([createEntry()], 'scriv')
    expect(plan([amended], 'scriv', files)).toEqual({})
    expect(plan([createEntry(), amended], 'scriv', files)).toEqual(plan([amended], 'scriv'))
  })

  it('should leave a fragment where it stands, under whatever name or kind', () => {
    const [text = ''] = Object.values(plan([createEntry()], 'towncrier'))
    expect(plan([createEntry({ type: 'Fixed' })], 'towncrier', { '7.feature.rst': text })).toEqual(
      {},
    )
  })

  it.each(names)('should find what is no change any more: %s', (name) => {
    const { type: _type, ...undone } = createEntry({ outcome: 'undone' })
    const files = plan([createEntry()], name)
    expect(planAll([undone], name, files)).toEqual({
      fragments: [],
      obsolete: Object.keys(files),
      misnamed: [],
    })
    const again = createEntry({ key: '0123456789ab-decade00' })
    expect(planAll([again, undone], name, files)).toMatchObject({
      fragments: [{}],
      obsolete: Object.keys(files),
    })
    expect(planAll([{ ...undone, key: again.key }], name, files).obsolete).toEqual([])
  })

  it('should find what would have another name, but for one that a person gave or changed', () => {
    const files = plan([createEntry()], 'towncrier')
    const fixed = [createEntry({ type: 'Fixed' })]
    const path = '+0123456789ab-c0ffee00.feature.rst'
    expect(planAll(fixed, 'towncrier', files)).toEqual({
      fragments: [],
      obsolete: [],
      misnamed: [{ path, name: '+0123456789ab-c0ffee00.bugfix.rst' }],
    })
    const { [path]: text = '' } = files
    expect(planAll(fixed, 'towncrier', { '7.feature.rst': text }).misnamed).toEqual([])
    const mine = { [path]: text.replace('Beans', 'All beans') }
    expect(planAll(fixed, 'towncrier', mine).misnamed).toEqual([])
  })

  it('should not ask for packages where the tool knows none', () => {
    const packages = (): never => {
      throw new Error('asked')
    }
    expect(() => plan([createEntry()], 'reno', {}, { packages })).not.toThrow()
    expect(() => plan([createEntry()], 'changesets', {}, { packages })).toThrow('asked')
  })
})
