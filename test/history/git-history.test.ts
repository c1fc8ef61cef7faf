import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createHistoryCache } from '../../src/adapters/create-history-cache.ts'
import { createHistorySource } from '../../src/adapters/create-history-source.ts'
import { findGitDirectory } from '../../src/adapters/find-git-directory.ts'
import type { HistoryCache } from '../../src/history/history-source.ts'
import { listItems } from '../../src/workflows/list-items.ts'
import type { Ports } from '../../src/workflows/ports.ts'
import {
  type EventsQuery,
  type EventsReading,
  readEvents,
} from '../../src/workflows/read-events.ts'
import { createFakePorts } from '../fakes/fake-ports.ts'
import { createRepository, type GitRepository } from '../fakes/git-repository.ts'
import { createTemporaryFolder, gitEnvironment, writeFiles } from '../fakes/temporary-folder.ts'
import { tellEvents } from './tell-events.ts'

const latin1 = Uint8Array.from(Buffer.from('# Beds\n\n- säen\n', 'latin1'))

/** Bullets below a title. */
function shed(...tools: readonly string[]): string {
  return `# Shed\n\n${tools.map((tool) => `- ${tool}\n`).join('')}`
}

const tools = ['Rake', 'Hoe', 'Spade', 'Fork', 'Shears', 'Hose', 'Barrow', 'Trowel']

/** A cache that keeps nothing. */
const noCache: HistoryCache = { load: () => undefined, save: () => undefined }

/** Ports of a repository, which count the blobs that are read. */
function open(root: string, cache: HistoryCache = noCache): Ports & { readonly taken: string[] } {
  const source = createHistorySource(root, gitEnvironment)
  const taken: string[] = []
  const counting = {
    ...source,
    async *blobs(ids: readonly string[]) {
      for await (const blob of source.blobs(ids)) {
        taken.push(blob.id)
        yield blob
      }
    },
  }
  const openHistory: Ports['openHistory'] = () => Promise.resolve({ source: counting, cache })
  return { ...createFakePorts({}, { openHistory }), taken }
}

function read(ports: Ports, query: Partial<EventsQuery> = {}): Promise<EventsReading> {
  return readEvents({ file: 'TODO.md', ...query }, ports)
}

/** All that happened, without what came and went with what is around it, and all that is noted. */
async function story(root: string, query: Partial<EventsQuery> = {}): Promise<string[]> {
  const { events, notes } = await read(open(root), query)
  return [...tellEvents(events.filter(({ isPart }) => isPart !== true)), ...notes]
}

describe('the events of branches', () => {
  /** Two branches from one commit, and the current one is main. */
  const fork = (start: string, main: string, side: string): GitRepository => {
    const repository = createRepository()
    const { commit, git } = repository
    commit('start', { 'TODO.md': start })
    git('switch', '--quiet', '--create', 'side')
    commit('side', { 'TODO.md': side })
    git('switch', '--quiet', 'main')
    commit('main', { 'TODO.md': main })
    return repository
  }

  it('should tell what a side branch added once, in its own commit', async () => {
    const { root, merge } = fork(shed(...tools), shed(...tools, 'Ladder'), shed('Axe', ...tools))
    merge('side')
    expect(await story(root)).toEqual([
      'side: added Shed › Axe',
      'main: added Shed › Ladder',
      'start: added Shed',
    ])
    expect(await story(root, { firstParent: true })).toEqual([
      "Merge branch 'side': added Shed › Axe",
      'main: added Shed › Ladder',
      'start: added Shed',
    ])
  })

  it('should tell all that branches did once, in their own commits', async () => {
    const text = `# Beds\n\n- [ ] Dig\n- [ ] Sow\n\n${shed(...tools)}\n# Pond\n\n- Frogs\n`
    const { root, merge } = fork(
      text,
      text.replace('- [ ] Dig', '- [x] Dig').replace('# Beds', '# Vegetable beds'),
      text.replace('Frogs', 'Frogs and newts').replace('- Hose\n', ''),
    )
    merge('side')
    const start = ['start: added Beds', 'start: added Shed', 'start: added Pond']
    const main = ['main: renamed Vegetable beds (was Beds)', 'main: checked Vegetable beds › Dig']
    const dropped = 'dropped Shed › Hose'
    const renamed = 'renamed Pond › Frogs and newts (was Frogs)'
    expect(await story(root)).toEqual([`side: ${dropped}`, `side: ${renamed}`, ...main, ...start])
    expect(await story(root, { firstParent: true })).toEqual([
      `Merge branch 'side': ${dropped}`,
      `Merge branch 'side': ${renamed}`,
      ...main,
      ...start,
    ])
  })

  it('should tell of a merge which item of both branches its resolution dropped', async () => {
    const { root, commit, merge } = fork(
      shed(...tools),
      shed(...tools, 'Ladder'),
      shed(...tools, 'Axe'),
    )
    merge('side')
    commit('resolve', { 'TODO.md': shed(...tools.slice(1), 'Ladder', 'Axe') })
    expect(await story(root)).toEqual([
      'resolve: dropped Shed › Rake',
      'side: added Shed › Axe',
      'main: added Shed › Ladder',
      'start: added Shed',
    ])
    expect(await story(root, { firstParent: true })).toEqual([
      'resolve: dropped Shed › Rake',
      'resolve: added Shed › Axe',
      'main: added Shed › Ladder',
      'start: added Shed',
    ])
  })

  it('should tell of a merge which item of one branch its resolution dropped', async () => {
    const { root, commit, merge, git } = fork(
      shed(...tools),
      shed(...tools, 'Ladder'),
      shed(...tools, 'Axe'),
    )
    merge('side')
    commit('resolve', { 'TODO.md': shed(...tools, 'Ladder', 'Watering can') })
    const expected = [
      'resolve: added Shed › Watering can',
      'resolve: dropped Shed › Axe',
      'side: added Shed › Axe',
      'main: added Shed › Ladder',
      'start: added Shed',
    ]
    expect(await story(root)).toEqual(expected)
    git('switch', '--quiet', 'side')
    commit('side again', { 'TODO.md': shed('Rope', ...tools, 'Axe') })
    git('switch', '--quiet', 'main')
    merge('side')
    expect(await story(root)).toEqual(['side again: added Shed › Rope', ...expected])
  })

  it('should tell of a merge that its resolution kept what one branch had dropped', async () => {
    const { root, commit, merge } = fork(
      shed(...tools),
      shed(...tools.slice(1), 'Ladder'),
      shed('Rake with a new handle', ...tools.slice(1)),
    )
    merge('side')
    commit('resolve', {
      'TODO.md': shed('Rake with a new handle', ...tools.slice(1), 'Ladder', 'Axe'),
    })
    expect(await story(root)).toEqual([
      'resolve: added Shed › Rake with a new handle',
      'resolve: added Shed › Axe',
      'side: renamed Shed › Rake with a new handle (was Rake)',
      'main: dropped Shed › Rake',
      'main: added Shed › Ladder',
      'start: added Shed',
    ])
  })

  it('should tell what a merge discarded that took one branch as it is, once', async () => {
    const { root, git, commit, merge } = fork(
      shed(...tools),
      shed(...tools, 'Ladder'),
      `${shed('Axe', ...tools.slice(1))}\n# Pond\n\n- Frogs\n`,
    )
    git('merge', '--quiet', '--strategy=ours', '--message', 'keep main', 'side')
    const expected = [
      'keep main: added Shed › Rake',
      'keep main: dropped Shed › Axe',
      'keep main: dropped Pond',
      'side: dropped Shed › Rake',
      'side: added Shed › Axe',
      'side: added Pond',
      'main: added Shed › Ladder',
      'start: added Shed',
    ]
    expect((await story(root)).toSorted()).toEqual(expected.toSorted())
    expect(await story(root, { firstParent: true })).toEqual([
      'main: added Shed › Ladder',
      'start: added Shed',
    ])
    git('switch', '--quiet', 'side')
    commit('side again', {
      'TODO.md': `${shed('Axe', ...tools.slice(1))}\n# Pond\n\n- Frogs\n- Newts\n`,
    })
    git('switch', '--quiet', 'main')
    commit('main again', { 'TODO.md': shed(...tools, 'Ladder', 'Rope') })
    merge('side')
    commit('resolve', { 'TODO.md': shed(...tools, 'Ladder', 'Rope', 'Bucket') })
    expect((await story(root)).toSorted()).toEqual(
      [
        'main again: added Shed › Rope',
        'resolve: added Shed › Bucket',
        'side again: added Pond › Newts',
        ...expected,
      ].toSorted(),
    )
  })

  it('should tell nothing of merges of a branch that did nothing to the document', async () => {
    const { root, git, commit, merge } = fork(shed('Rake'), shed('Rake', 'Hoe'), shed('Rake'))
    merge('side')
    git('switch', '--quiet', 'side')
    commit('side notes', { 'NOTES.md': 'rain' })
    git('switch', '--quiet', 'main')
    merge('side')
    const { revisions } = await createHistorySource(root, gitEnvironment).read({
      file: 'TODO.md',
      firstParent: false,
    })
    expect(revisions.map(({ subject }) => subject)).toEqual(['main', 'start'])
  })

  it('should tell of a merge what both branches had otherwise', async () => {
    const text = (rake: string): string => shed(`${rake}. It stands behind the door.`, ...tools)
    const { root, commit, merge } = fork(text('Rake'), text('Red rake'), text('Blue rake'))
    merge('side')
    commit('resolve', { 'TODO.md': text('Purple rake') })
    const [first, ...rest] = await story(root)
    expect(first).toMatch(/^resolve: renamed Shed › Purple rake\./u)
    expect(rest.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'side: renamed',
      'main: renamed',
      'start: added',
    ])
  })

  it('should follow the item that came by one branch through what the other does later', async () => {
    const { root, commit, merge } = fork(
      shed(...tools),
      shed(...tools, 'Ladder'),
      shed('Axe for firewood', ...tools),
    )
    merge('side')
    commit('rename', { 'TODO.md': shed('Sharp axe for firewood', ...tools, 'Ladder') })
    const { events, tip } = await read(open(root))
    const axe = events.filter(({ item }) => item === tip?.[1])
    expect(tellEvents(axe)).toEqual([
      'rename: renamed Shed › Sharp axe for firewood (was Axe for firewood)',
      'side: added Shed › Axe for firewood',
    ])
  })

  it('should know the items of a branch that was merged back and forth', async () => {
    const { root, commit, git, merge } = fork(
      shed(...tools),
      shed(...tools, 'Ladder'),
      shed('Axe', ...tools),
    )
    git('switch', '--quiet', 'side')
    merge('main')
    commit('side again', { 'TODO.md': shed('Axe', ...tools.slice(1), 'Ladder') })
    git('switch', '--quiet', 'main')
    merge('side')
    commit('main again', { 'TODO.md': shed('Axe', ...tools.slice(1), 'Ladder', 'Rope') })
    expect(await story(root)).toEqual([
      'main again: added Shed › Rope',
      'side again: dropped Shed › Rake',
      'main: added Shed › Ladder',
      'side: added Shed › Axe',
      'start: added Shed',
    ])
  })
})

describe('the events of a file', () => {
  it('should go on through a rename, an empty file and none', async () => {
    const { root, commit, git } = createRepository()
    commit('start', { 'PLAN.md': shed(...tools), 'NOTES.md': 'rain\n' })
    git('mv', 'PLAN.md', 'TODO.md')
    commit('rename', { 'TODO.md': shed(...tools.slice(1)) })
    commit('empty', { 'TODO.md': '' })
    commit('fill', { 'TODO.md': shed('Rake', 'Hoe') })
    git('rm', '--quiet', 'TODO.md')
    commit('remove')
    commit('add again', { 'TODO.md': shed('Hoe', 'Pick') })
    expect(await story(root)).toEqual([
      'add again: added Shed',
      'remove: dropped Shed',
      'fill: added Shed',
      'empty: dropped Shed',
      'rename: dropped Shed › Rake',
      'start: added Shed',
    ])
    const { events, tip } = await read(open(root))
    const livesOf = (index: number): string[] =>
      tellEvents(events.filter(({ item }) => item === tip?.[index]))
    expect(livesOf(0)).toHaveLength(5)
    expect(livesOf(1)).toEqual([
      'add again: added Shed › Hoe (part)',
      'remove: dropped Shed › Hoe (part)',
      'fill: added Shed › Hoe (part)',
      'empty: dropped Shed › Hoe (part)',
      'start: added Shed › Hoe (part)',
    ])
    expect(livesOf(2)).toEqual(['add again: added Shed › Pick (part)'])
  })

  it.each([
    ['one', shed(...tools)],
    ['both', `${shed(...tools)}\n# Pond\n\n- Frogs\n- Newts\n`],
  ])(
    'should go back to both files that branches gave its name, of which a merge took %s',
    async (taken, merged) => {
      const { root, commit, git, merge } = createRepository()
      commit('start', { 'SHED.md': shed(...tools), 'POND.md': '# Pond\n\n- Frogs\n- Newts\n' })
      git('switch', '--quiet', '--create', 'side')
      git('mv', 'POND.md', 'TODO.md')
      commit('side moves')
      git('switch', '--quiet', 'main')
      git('mv', 'SHED.md', 'TODO.md')
      commit('main moves')
      merge('side')
      commit('resolve', { 'TODO.md': merged })
      expect(await story(root)).toEqual([
        ...(taken === 'one' ? ['resolve: dropped Pond'] : []),
        'start: added Pond',
        'start: added Shed',
      ])
      const { tip } = await read(open(root))
      expect(new Set(tip).size).toBe(taken === 'one' ? tools.length + 1 : tools.length + 4)
    },
  )

  it('should be the same after all commits were rewritten', async () => {
    const { root, commit, git } = createRepository()
    commit('start', { 'TODO.md': shed(...tools) })
    commit('drop', { 'TODO.md': shed(...tools.slice(1)) })
    commit('back', { 'TODO.md': shed(...tools.slice(1), 'Rake') })
    const before = await read(open(root))
    git('rebase', '--quiet', '--root', '--signoff')
    const after = await read(open(root))
    expect(after.events.map(({ item }) => item)).toEqual(before.events.map(({ item }) => item))
    const commits = new Set(before.events.map(({ revision }) => revision.commit))
    expect(after.events.some(({ revision }) => commits.has(revision.commit))).toBe(false)
  })

  it('should note a revision that is no UTF-8, and show what it did in the next', async () => {
    const { root, commit } = createRepository()
    commit('start', { 'TODO.md': '# Beds\n\n- dig\n' })
    const broken = commit('broken', { 'TODO.md': latin1 })
    commit('mend', { 'TODO.md': '# Beds\n\n- säen\n' })
    expect(await story(root)).toEqual([
      'mend: dropped Beds › dig',
      'mend: added Beds › säen',
      'start: added Beds',
      `\`TODO.md\` at ${broken.slice(0, 10)} is not valid UTF-8, or missing: what it changed shows in the next commit that can be read`,
    ])
  })

  it('should tell nothing as added at which a shallow clone was cut, and say so', async () => {
    const { root, commit } = createRepository()
    commit('one', { 'TODO.md': shed('Rake') })
    commit('two', { 'TODO.md': shed('Rake', 'Hoe') })
    commit('three', { 'TODO.md': shed('Rake', 'Hoe', 'Axe') })
    const place = join(createTemporaryFolder(), 'clone')
    execFileSync('git', ['clone', '--quiet', '--depth=2', `file://${root}`, place], {
      env: gitEnvironment,
    })
    const note =
      'the clone is shallow: items may be older than its history (`git fetch --unshallow` gets the rest)'
    expect(await story(place)).toEqual(['three: added Shed › Axe', note])
    const text = readFileSync(join(place, 'TODO.md'))
    const ports = { ...open(place), tree: createFakePorts({ 'TODO.md': text }).tree }
    const { items, notes } = await listItems(
      { file: 'TODO.md', where: [], hasHistory: true },
      ports,
    )
    expect(notes).toEqual([note])
    expect(items[0]?.history).toEqual({ item: expect.any(String), uncommitted: false })
    expect(items[0]?.children.map(({ history }) => history?.added?.subject)).toEqual([
      undefined,
      undefined,
      'three',
    ])
    execFileSync('git', ['fetch', '--quiet', '--unshallow'], { cwd: place, env: gitEnvironment })
    expect(await story(place)).toEqual(await story(root))
  })
})

describe('the cache of a history', () => {
  const cacheOf = (root: string): HistoryCache =>
    createHistoryCache(() => findGitDirectory(root, gitEnvironment), 'test')

  const folderOf = (root: string): string => join(root, '.git', 'crossoff', 'test')

  /** A repository whose history is in its cache. */
  const prepare = async (): Promise<
    GitRepository & { readonly expected: EventsReading['events'] }
  > => {
    const repository = createRepository()
    for (const count of [1, 2, 3, 4])
      repository.commit(`commit ${count}`, { 'TODO.md': shed(...tools.slice(0, count)) })
    const ports = open(repository.root, cacheOf(repository.root))
    const { events } = await read(ports)
    expect(ports.taken).toHaveLength(4)
    return { ...repository, expected: events }
  }

  it('should let a second run read no blob, and a later one only what is new', async () => {
    const { root, expected, commit } = await prepare()
    const second = open(root, cacheOf(root))
    expect((await read(second)).events).toEqual(expected)
    expect(second.taken).toEqual([])
    commit('commit 5', { 'TODO.md': shed(...tools.slice(1, 4)) })
    const third = open(root, cacheOf(root))
    expect((await read(third)).events.slice(1)).toEqual(expected)
    expect(third.taken).toHaveLength(2)
    const fourth = open(root, cacheOf(root))
    await read(fourth)
    expect(fourth.taken).toEqual([])
  })

  it('should serve the first parents as well', async () => {
    const { root, expected } = await prepare()
    const ports = open(root, cacheOf(root))
    expect((await read(ports, { firstParent: true })).events).toEqual(expected)
    expect(ports.taken).toEqual([])
  })

  it('should serve all parents and the first ones, each again', async () => {
    const { root, commit, git, merge } = await prepare()
    git('switch', '--quiet', '--create', 'side')
    commit('side', { 'TODO.md': shed(...tools.slice(0, 4), 'Axe') })
    git('switch', '--quiet', 'main')
    commit('main', { 'TODO.md': shed('Ladder', ...tools.slice(0, 4)) })
    merge('side')
    commit('again', { 'TODO.md': shed('Ladder', 'Axe') })
    const taken = async (firstParent: boolean): Promise<number> => {
      const ports = open(root, cacheOf(root))
      await read(ports, { firstParent })
      return ports.taken.length
    }
    expect(await taken(false)).toBe(5)
    expect(await taken(true)).toBe(0)
    expect([await taken(false), await taken(true), await taken(false)]).toEqual([0, 0, 0])
    commit('once more', { 'TODO.md': shed('Ladder', 'Axe', 'Rope') })
    expect([await taken(true), await taken(false)]).toEqual([2, 2])
    expect([await taken(true), await taken(false)]).toEqual([0, 0])
  })

  it('should serve a history that was rewritten', async () => {
    const { root, expected, git } = await prepare()
    git('rebase', '--quiet', '--root', '--signoff')
    const ports = open(root, cacheOf(root))
    const { events } = await read(ports)
    expect(ports.taken).toEqual([])
    expect(events.map(({ item }) => item)).toEqual(expected.map(({ item }) => item))
    expect(events[0]?.revision.commit).not.toBe(expected[0]?.revision.commit)
  })

  it('should be made anew where it was deleted', async () => {
    const { root, expected } = await prepare()
    rmSync(join(root, '.git', 'crossoff'), { recursive: true })
    const ports = open(root, cacheOf(root))
    expect((await read(ports)).events).toEqual(expected)
    expect(ports.taken).toHaveLength(4)
    expect(readdirSync(folderOf(root))).toHaveLength(1)
  })

  it.each<readonly [string, (text: string) => string]>([
    ['empty', () => ''],
    ['cut', (text) => text.slice(0, text.length / 2)],
    ['of other words', (text) => text.replace('added', 'dodad')],
    ['of other bytes', () => '\u0000\uFFFD\n{"runs":[]}'],
    ['without its first line', (text) => text.slice(text.indexOf('\n') + 1)],
  ])('should be made anew where it is %s', async (_, damage) => {
    const { root, expected } = await prepare()
    const [name = ''] = readdirSync(folderOf(root))
    const file = join(folderOf(root), name)
    const whole = readFileSync(file, 'utf8')
    writeFileSync(file, damage(whole))
    const ports = open(root, cacheOf(root))
    expect((await read(ports)).events).toEqual(expected)
    expect(ports.taken).toHaveLength(4)
    expect(readFileSync(file, 'utf8')).toBe(whole)
  })

  it('should keep documents apart', async () => {
    const { root, commit } = await prepare()
    commit('another', { 'docs/PLAN.md': shed('Pond') })
    const other = open(root, cacheOf(root))
    await read(other, { file: 'docs/PLAN.md' })
    expect(other.taken).toHaveLength(1)
    const ports = open(root, cacheOf(root))
    await read(ports)
    expect(ports.taken).toEqual([])
  })

  it('should serve several that read at once', async () => {
    const { root, expected } = await prepare()
    rmSync(join(root, '.git', 'crossoff'), { recursive: true })
    const readings = await Promise.all([1, 2, 3, 4].map(() => read(open(root, cacheOf(root)))))
    for (const { events } of readings) expect(events).toEqual(expected)
    const ports = open(root, cacheOf(root))
    await read(ports)
    expect(ports.taken).toEqual([])
  })

  it('should be shared by linked work trees', async () => {
    const { root, expected, git } = await prepare()
    const place = join(createTemporaryFolder(), 'tree')
    git('worktree', 'add', '--quiet', '-b', 'spring', place)
    const linked = open(place, cacheOf(place))
    expect((await read(linked)).events).toEqual(expected)
    expect(linked.taken).toEqual([])
    writeFiles(place, { 'TODO.md': shed('Rope') })
    execFileSync('git', ['commit', '--quiet', '--all', '--message=five'], {
      cwd: place,
      env: gitEnvironment,
    })
    await read(open(place, cacheOf(place)))
    expect(readdirSync(folderOf(root))).toHaveLength(1)
    const ports = open(root, cacheOf(root))
    expect((await read(ports)).events).toEqual(expected)
    expect(ports.taken).toEqual([])
  })

  it('should be done without where it cannot be written', async () => {
    const { root, expected } = await prepare()
    rmSync(join(root, '.git', 'crossoff'), { recursive: true })
    writeFileSync(join(root, '.git', 'crossoff'), 'a file in the way')
    for (const _ of [1, 2]) {
      const ports = open(root, cacheOf(root))
      expect((await read(ports)).events).toEqual(expected)
      expect(ports.taken).toHaveLength(4)
    }
  })

  it('should not be written where nothing is new', async () => {
    const { root } = await prepare()
    const saved: string[] = []
    const cache = cacheOf(root)
    const watched = { ...cache, save: (name: string) => saved.push(name) }
    await read(open(root, watched))
    expect(saved).toEqual([])
  })
})
