import { describe, expect, it } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { createFakeHost } from '../fakes/fake-host.ts'
import { createRepository, type GitRepository } from '../fakes/git-repository.ts'
import { gitEnvironment } from '../fakes/temporary-folder.ts'

interface Told {
  readonly file: string
  readonly title: string
  readonly outcome: string
  readonly evidence: { readonly rule: string; readonly text: string }
}

async function tell({ root }: GitRepository): Promise<string[]> {
  const host = createFakeHost(root, { environment: gitEnvironment })
  expect(await main(['changelog', '--json'], host)).toBe(0)
  const { entries } = JSON.parse(host.output(1)) as { entries: Told[] }
  return entries.map(
    ({ file, title, outcome, evidence }) => `${file}: ${title}: ${outcome}, ${evidence.text}`,
  )
}

const plan = (...items: string[]): string =>
  `# Plan\n\n## Features\n\n${items.map((item) => `- ${item}\n`).join('')}`

/** A house of a kitchen and a garden, whose plans are two documents. */
function house(config: object = {}): GitRepository {
  const repository = createRepository()
  repository.commit('docs: plan', {
    'crossoff.config.json': JSON.stringify({ documents: ['*/TODO.md'], ...config }),
    'kitchen/TODO.md': plan('Dry the herbs', 'Bake'),
    'garden/TODO.md': plan('Dig'),
  })
  return repository
}

describe('an item that is moved to another document', () => {
  it('should be shipped when it leaves that one', async () => {
    const repository = house()
    repository.commit('feat: shelves', {
      'kitchen/TODO.md': plan('Bake'),
      'garden/TODO.md': plan('Dig', 'Dry the herbs'),
      'shelf.c': 'shelve();\n',
    })
    repository.commit('feat: dry herbs', { 'garden/TODO.md': plan('Dig'), 'herb.c': 'dry();\n' })
    expect(await tell(repository)).toEqual([
      'garden/TODO.md: Dry the herbs: shipped, feat: dry herbs',
      'kitchen/TODO.md: Dry the herbs: merged, moved to garden/TODO.md',
    ])
  })

  it('should be done where the other one is the archive', async () => {
    const archive = plan('Dig').replace('Features', 'Done')
    const repository = house()
    repository.commit('docs: done', {
      'kitchen/TODO.md': plan('Bake'),
      'garden/TODO.md': archive.replace('- Dig', '- Dry the herbs'),
    })
    expect((await tell(repository)).filter((line) => line.includes('moved to'))).toEqual([])
    const filed = house({ archive: { file: 'garden/TODO.md' } })
    filed.commit('docs: done', {
      'kitchen/TODO.md': plan('Bake'),
      'garden/TODO.md': plan('Dig', 'Dry the herbs'),
    })
    expect((await tell(filed)).filter((line) => line.includes('moved to'))).toEqual([])
  })
})

describe('changelog check in a folder', () => {
  it.each([
    ['', 'CHANGELOG.md'],
    ['oven', 'CHANGELOG.md'],
    ['docs', 'docs/CHANGELOG.md'],
  ])('should check the nearest changelog, from %j', async (folder, file) => {
    const repository = createRepository()
    const root = folder === 'docs' ? 'docs/TODO.md' : 'TODO.md'
    repository.commit('docs: plan', { [root]: plan('Bake'), 'oven/a.c': '', [file]: '# News\n' })
    const host = createFakeHost(`${repository.root}/${folder}`, { environment: gitEnvironment })
    expect([await main(['changelog', 'check'], host), host.output(1)]).toEqual([
      0,
      `${file}: nothing is missing\n`,
    ])
  })
})
