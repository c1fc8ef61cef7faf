import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { createFakeHost } from '../fakes/fake-host.ts'
import { createRepository } from '../fakes/git-repository.ts'
import { writeFiles } from '../fakes/temporary-folder.ts'

const runs = Number(process.env.CROSSOFF_HISTORIES ?? 8)

/** A section, told from others by its text, whatever its title is. */
interface Plot {
  readonly mark: number
  readonly title: string
  readonly page: Page
}

type Page = (typeof pages)[number]

const pages = ['north.md', 'south.md'] as const

const crops = ['Beans', 'Leeks', 'Sorrel', 'Quinces', 'Fennel', 'Chard']
const tools = ['spade', 'rake', 'barrow', 'riddle', 'dibber', 'sickle']

type Step =
  | { readonly kind: 'rename'; readonly plot: number; readonly title: number }
  | { readonly kind: 'move'; readonly plot: number }
  | { readonly kind: 'drop'; readonly plot: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('rename'), plot: fc.nat(5), title: fc.nat() }),
  },
  {
    weight: 1,
    arbitrary: fc.oneof(
      fc.record({ kind: fc.constant('move' as const), plot: fc.nat(5) }),
      fc.record({ kind: fc.constant('drop' as const), plot: fc.nat(5) }),
    ),
  },
)

function take(plots: readonly Plot[], each: Step, number: number): Plot[] {
  return plots.flatMap((plot) => {
    if (plot.mark !== each.plot) return [plot]
    if (each.kind === 'drop') return []
    if (each.kind === 'move')
      return [{ ...plot, page: plot.page === 'north.md' ? 'south.md' : 'north.md' }]
    return [{ ...plot, title: `${crops[each.title % crops.length] ?? ''} of year ${number}` }]
  })
}

function render(plots: readonly Plot[], page: Page): string {
  const sections = plots
    .filter((plot) => plot.page === page)
    .map(({ mark, title }) => {
      const tool = tools[mark] ?? ''
      return `## ${title}\n\nDig row ${mark} with the ${tool}, and put the ${tool} back to hook ${mark}.\n`
    })
  return [`# ${page}\n`, ...sections].join('\n')
}

function slug(title: string): string {
  return title.toLowerCase().replaceAll(' ', '-')
}

describe('the history of dead links', () => {
  it('should lead to the section that was meant, or to none', async () => {
    const history = fc.array(step, { minLength: 1, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(history, async (steps) => {
        const repository = createRepository()
        let plots = crops.map((title, mark): Plot => ({
          mark,
          title,
          page: mark % 2 === 0 ? 'north.md' : 'south.md',
        }))
        const commit = (): string =>
          repository.commit(
            'tend the garden',
            Object.fromEntries(pages.map((page) => [page, render(plots, page)])),
          )
        commit()
        const owners = new Map(
          plots.map(({ mark, title, page }) => [`${page}#${slug(title)}`, mark]),
        )
        for (const [number, each] of steps.entries()) {
          plots = take(plots, each, number)
          commit()
          for (const { mark, title, page } of plots) owners.set(`${page}#${slug(title)}`, mark)
        }
        const links = [...owners]
        const document = links.map(([target, mark]) => `- [${mark}](${target})\n`).join('')
        writeFiles(repository.root, { 'TODO.md': document })
        repository.git('add', '--all')
        await main(['check', '--fix'], createFakeHost(repository.root))
        const fixed = readFileSync(join(repository.root, 'TODO.md'), 'utf8')
        const expected = links.map(([target, mark]) => {
          const now = plots.find((plot) => plot.mark === mark)
          return `- [${mark}](${now === undefined ? target : `${now.page}#${slug(now.title)}`})\n`
        })
        expect(fixed).toBe(expected.join(''))
      }),
      { numRuns: runs },
    )
  }, 600_000)

  /** Commits a garden step by step, and tells what `check --fix` makes of its list. */
  const fixAfter = async (steps: readonly (() => void)[], root: string): Promise<string> => {
    for (const each of steps) each()
    await main(['check', '--fix'], createFakeHost(root))
    return readFileSync(join(root, 'TODO.md'), 'utf8')
  }

  const week = (number: number, crop: string): string =>
    `# Week ${number}\n\n## Sown\n\n${crop}\n\n## Notes\n\nKeep the notes short, and say who watered the beds.\n`

  it('should not take a later file from the same template for one that was dropped', async () => {
    const { root, git, commit } = createRepository()
    const list = '- see [the week](week-01.md), [what was sown](week-01.md#sown)\n'
    const fixed = await fixAfter(
      [
        () => commit('plan', { 'week-01.md': week(1, 'Beans.'), 'TODO.md': list }),
        () => git('rm', '--quiet', 'week-01.md'),
        () => commit('drop the week'),
        () => commit('plan another week', { 'week-30.md': week(30, 'Chard.') }),
      ],
      root,
    )
    expect(fixed).toBe(list)
  })

  it('should not take a later file that is not committed yet for one that was dropped', async () => {
    const { root, git, commit } = createRepository()
    const list = '- see [the week](week-01.md)\n'
    const fixed = await fixAfter(
      [
        () => commit('plan', { 'week-01.md': week(1, 'Beans.'), 'TODO.md': list }),
        () => git('rm', '--quiet', 'week-01.md'),
        () => commit('drop the week'),
        () => {
          writeFiles(root, { 'week-30.md': week(30, 'Chard.') })
          git('add', '--all')
        },
      ],
      root,
    )
    expect(fixed).toBe(list)
  })

  it('should follow a file through a name that is committed to one that is not', async () => {
    const { root, git, commit } = createRepository()
    const fixed = await fixAfter(
      [
        () =>
          commit('plan', { 'week-01.md': week(1, 'Beans.'), 'TODO.md': '- [it](week-01.md)\n' }),
        () => git('mv', 'week-01.md', 'first-week.md'),
        () => commit('rename the week'),
        () => git('mv', 'first-week.md', 'start.md'),
      ],
      root,
    )
    expect(fixed).toBe('- [it](start.md)\n')
  })

  it.each([
    ['committed', true],
    ['not committed', false],
  ])('should not take a later section, %s, for one of its title that left', async (_, isKept) => {
    const { root, git, commit } = createRepository()
    const list = '- bake, see [how](oven.md#usage)\n'
    const care = '## Care\n\nBrush it.\n'
    const fixed = await fixAfter(
      [
        () =>
          commit('light the oven', {
            'oven.md': `# Oven\n\n## Usage\n\nTurn the knob.\n\n${care}`,
            'TODO.md': list,
          }),
        () => commit('say less', { 'oven.md': `# Oven\n\n${care}` }),
        () => {
          writeFiles(root, { 'mixer.md': '# Mixer\n\n## Usage\n\nPut the bowl in.\n' })
          git('add', '--all')
          if (isKept) commit('buy a mixer')
        },
      ],
      root,
    )
    expect(fixed).toBe(list)
  })

  it('should not take a section of a template for one whose text others of it have too', async () => {
    const { root, commit } = createRepository()
    const list = '- see [the notes](week-01.md#notes)\n'
    const fixed = await fixAfter(
      [
        () =>
          commit('plan', {
            'week-01.md': week(1, 'Beans.'),
            'week-02.md': week(2, 'Peas.'),
            'TODO.md': list,
          }),
        () => commit('say less', { 'week-01.md': '# Week 1\n' }),
        () => commit('plan another week', { 'week-30.md': week(30, 'Chard.') }),
      ],
      root,
    )
    expect(fixed).toBe(list)
  })

  it('should find a section that left with one commit and came back elsewhere with another', async () => {
    const { root, commit } = createRepository()
    const usage = '## Usage\n\nTurn the knob.\n'
    const fixed = await fixAfter(
      [
        () =>
          commit('light the oven', {
            'oven.md': `# Oven\n\n${usage}`,
            'TODO.md': '- bake, see [how](oven.md#usage)\n',
          }),
        () => commit('say less', { 'oven.md': '# Oven\n' }),
        () => commit('say it elsewhere', { 'kitchen.md': `# Kitchen\n\n${usage}` }),
      ],
      root,
    )
    expect(fixed).toBe('- bake, see [how](kitchen.md#usage)\n')
  })

  it('should find a section that came elsewhere with the commit that took it away', async () => {
    const { root, git, commit } = createRepository()
    const fixed = await fixAfter(
      [
        () =>
          commit('light the oven', {
            'oven.md': '# Oven\n\n## Usage\n\nTurn the knob.\n',
            'TODO.md': '- bake, see [how](oven.md#usage)\n',
          }),
        () =>
          commit('say it elsewhere', {
            'oven.md': '# Oven\n',
            'kitchen.md': '# Kitchen\n\n## Usage\n\nTurn the big knob.\n',
          }),
        () => git('mv', 'kitchen.md', 'rooms.md'),
      ],
      root,
    )
    expect(fixed).toBe('- bake, see [how](rooms.md#usage)\n')
  })

  const oven = '# Oven\n\n## Usage\n\nTurn the big knob until the lamp is on.\n'
  const renamed = oven.replace('Usage', 'How to bake')

  it.each([
    ['committed', true, 'oven.md'],
    ['not committed', false, 'oven.md'],
    ['not committed, by the name that it has', false, 'stove.md'],
  ])(
    'should follow an anchor that died before its file was renamed, %s',
    async (_, isKept, file) => {
      const { root, git, commit } = createRepository()
      const fixed = await fixAfter(
        [
          () =>
            commit('light the oven', {
              'oven.md': oven,
              'TODO.md': `- bake, see [how](${file}#usage), not [this](${file}#never)\n`,
            }),
          () => commit('say what it is for', { 'oven.md': renamed }),
          () => {
            git('mv', 'oven.md', 'stove.md')
            if (isKept) commit('call it a stove')
          },
        ],
        root,
      )
      expect(fixed).toBe(`- bake, see [how](stove.md#how-to-bake), not [this](${file}#never)\n`)
    },
  )

  it('should spell a new path so that it ends neither a cell nor an attribute', async () => {
    const { root, git, commit } = createRepository()
    const list = "| seed |\n| --- |\n| [it](seed.md) |\n\n<a href='seed.md'>it</a>\n"
    const fixed = await fixAfter(
      [
        () => commit('sow', { 'seed.md': '# Seed\n\nBeans and chard.\n', 'TODO.md': list }),
        () => git('mv', 'seed.md', "ana's|seed.md"),
        () => commit('say whose'),
      ],
      root,
    )
    expect(fixed).toBe(list.replaceAll('seed.md', 'ana%27s%7Cseed.md'))
  })
})
