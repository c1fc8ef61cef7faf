import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createHistorySource } from '../../src/adapters/create-history-source.ts'
import { decodeName, encodeName } from '../../src/adapters/file-name.ts'
import { readCuts } from '../../src/adapters/read-cuts.ts'
import type { DocumentHistory, HistoryQuery } from '../../src/history/history-source.ts'
import { createRepository, type GitRepository } from '../fakes/git-repository.ts'
import { createTemporaryFolder, gitEnvironment, writeFiles } from '../fakes/temporary-folder.ts'
import { wrapGit } from '../fakes/wrap-git.ts'

/** Twelve beds, of which some have something to tell. */
function beds(notes: Readonly<Record<number, string>> = {}): string {
  const lines = Array.from(
    { length: 12 },
    (_, index) => `- dig bed ${index + 1}${notes[index + 1] ?? ''}`,
  )
  return `${lines.join('\n')}\n`
}

type Query = Partial<HistoryQuery>

function read(
  root: string,
  query: Query = {},
  environment = gitEnvironment,
): Promise<DocumentHistory> {
  const source = createHistorySource(root, environment)
  return source.read({ file: 'TODO.md', firstParent: false, ...query })
}

/** A history in words: what each commit made of the document, with what blobs hold instead of ids. */
async function story(
  root: string,
  query: Query = {},
  environment = gitEnvironment,
): Promise<string[]> {
  const { revisions, tip } = await read(root, query, environment)
  const texts = new Map<string | undefined, string>([[undefined, 'nothing']])
  const ids = [...revisions.flatMap(({ before, after }) => [...before, after]), tip]
  const known = ids.filter((id) => id !== undefined)
  for await (const { id, bytes } of createHistorySource(root, environment).blobs(known)) {
    texts.set(id, shorten(Buffer.from(bytes!).toString('utf8')))
  }
  const lines = revisions.map(({ subject, path, before, after }) => {
    const sides = before.map((id) => texts.get(id)).join(' and ')
    return `${subject} | ${path} | ${sides} -> ${texts.get(after)!}`
  })
  return [...lines, `tip ${texts.get(tip)!}`]
}

/** Of the beds, only what they have to tell. */
function shorten(text: string): string {
  if (!text.startsWith('- dig bed')) return text.trimEnd()
  const notes = [...text.matchAll(/^- dig bed (\d+)( .+)$/gmu)].map(
    ([, bed, note]) => `${bed!}${note!}`,
  )
  return `beds${notes.map((note) => ` ${note}`).join('')}`
}

describe('read, of one line of commits', () => {
  it('should tell each commit that changed the document, newest first', async () => {
    const { root, commit, git } = createRepository()
    const first = commit('docs: plan the garden', { 'TODO.md': 'sow peas\n', 'NOTES.md': 'soil\n' })
    commit('docs: note the rain', { 'NOTES.md': 'rain\n' })
    const second = commit('docs: add beans', { 'TODO.md': 'sow peas\nsow beans\n' })
    expect(await read(root)).toEqual({
      revisions: [
        {
          commit: second,
          date: '2024-02-29T12:03:00+00:00',
          author: 'Ada',
          email: 'ada@example.org',
          subject: 'docs: add beans',
          path: 'TODO.md',
          before: [git('rev-parse', `${first}:TODO.md`)],
          after: git('rev-parse', 'HEAD:TODO.md'),
        },
        {
          commit: first,
          date: '2024-02-29T12:01:00+00:00',
          author: 'Ada',
          email: 'ada@example.org',
          subject: 'docs: plan the garden',
          path: 'TODO.md',
          before: [undefined],
          after: git('rev-parse', `${first}:TODO.md`),
        },
      ],
      cuts: new Set(),
      tip: git('rev-parse', 'HEAD:TODO.md'),
    })
    expect(await read(root, { firstParent: true })).toEqual(await read(root))
  })

  it('should read back from the revision that it is given', async () => {
    const { root, commit, git } = createRepository()
    commit('one', { 'TODO.md': 'peas' })
    git('tag', '--annotate', '--message', 'spring', 'spring')
    commit('fix: two', { 'TODO.md': 'beans' })
    commit('three', { 'TODO.md': 'kale' })
    const upToOne = ['one | TODO.md | nothing -> peas', 'tip peas']
    const upToTwo = ['fix: two | TODO.md | peas -> beans', ...upToOne.slice(0, 1), 'tip beans']
    expect(await story(root, { from: 'spring' })).toEqual(upToOne)
    expect(await story(root, { from: 'HEAD~1' })).toEqual(upToTwo)
    expect(await story(root, { from: ':/fix: two' })).toEqual(upToTwo)
    expect(await story(root, { from: 'HEAD^{/fix: two}' })).toEqual(upToTwo)
  })

  it('should follow renames, with and without an edit', async () => {
    const { root, commit, git } = createRepository()
    commit('start', { 'PLAN.md': beds() })
    commit('edit', { 'PLAN.md': beds({ 1: ' deep' }) })
    mkdirSync(join(root, 'docs'))
    git('mv', 'PLAN.md', 'docs/GARDEN.md')
    commit('move')
    git('mv', 'docs/GARDEN.md', 'TODO.md')
    commit('move and edit', { 'TODO.md': beds({ 1: ' deep', 2: ' wide' }) })
    commit('edit again', { 'TODO.md': beds({ 2: ' wide' }) })
    const expected = [
      'edit again | TODO.md | beds 1 deep 2 wide -> beds 2 wide',
      'move and edit | TODO.md | beds 1 deep -> beds 1 deep 2 wide',
      'move | docs/GARDEN.md | beds 1 deep -> beds 1 deep',
      'edit | PLAN.md | beds -> beds 1 deep',
      'start | PLAN.md | nothing -> beds',
      'tip beds 2 wide',
    ]
    expect(await story(root)).toEqual(expected)
    expect(await story(root, { firstParent: true })).toEqual(expected)
    expect(await story(root, { file: 'PLAN.md' })).toEqual([
      'move | PLAN.md | beds 1 deep -> nothing',
      'edit | PLAN.md | beds -> beds 1 deep',
      'start | PLAN.md | nothing -> beds',
      'tip nothing',
    ])
  })

  it('should leave out what had the name before the document was renamed to it', async () => {
    const { root, commit, git } = createRepository()
    commit('start', { 'TODO.md': 'buy a spade\n', 'PLAN.md': beds() })
    git('rm', '--quiet', 'TODO.md')
    commit('no shopping')
    commit('edit', { 'PLAN.md': beds({ 3: ' wet' }) })
    git('mv', 'PLAN.md', 'TODO.md')
    commit('move')
    const expected = [
      'move | TODO.md | beds 3 wet -> beds 3 wet',
      'edit | PLAN.md | beds -> beds 3 wet',
      'start | PLAN.md | nothing -> beds',
      'tip beds 3 wet',
    ]
    expect(await story(root)).toEqual(expected)
    expect(await story(root, { firstParent: true })).toEqual(expected)
  })

  it('should take neither a copy nor another empty file for a rename', async () => {
    const { root, commit, git } = createRepository()
    commit('start', { 'TEMPLATE.md': beds(), '.keep': '' })
    commit('copy', { 'TODO.md': beds({ 1: ' deep' }) })
    git('rm', '--quiet', '.keep')
    commit('empty', { 'IDEAS.md': '' })
    expect(await story(root)).toEqual([
      'copy | TODO.md | nothing -> beds 1 deep',
      'tip beds 1 deep',
    ])
    expect(await story(root, { file: 'IDEAS.md' })).toEqual([
      'empty | IDEAS.md | nothing -> ',
      'tip ',
    ])
  })

  it('should tell a file that was removed and added again, and one that was empty', async () => {
    const { root, commit, git } = createRepository()
    commit('add', { 'TODO.md': 'peas' })
    git('rm', '--quiet', 'TODO.md')
    commit('remove')
    commit('unrelated', { 'NOTES.md': 'rain' })
    commit('add again', { 'TODO.md': 'beans' })
    commit('empty', { 'TODO.md': '' })
    expect(await story(root)).toEqual([
      'empty | TODO.md | beans -> ',
      'add again | TODO.md | nothing -> beans',
      'remove | TODO.md | peas -> nothing',
      'add | TODO.md | nothing -> peas',
      'tip ',
    ])
  })

  it('should leave out changes of the mode, and take a symbolic link for no document', async () => {
    const { root, commit } = createRepository()
    commit('add', { 'TODO.md': 'peas' })
    chmodSync(join(root, 'TODO.md'), 0o755)
    commit('executable')
    rmSync(join(root, 'TODO.md'))
    symlinkSync('PLAN.md', join(root, 'TODO.md'))
    commit('link')
    rmSync(join(root, 'TODO.md'))
    symlinkSync('GARDEN.md', join(root, 'TODO.md'))
    const linked = commit('other link')
    rmSync(join(root, 'TODO.md'))
    commit('file again', { 'TODO.md': 'beans' })
    const older = ['link | TODO.md | peas -> nothing', 'add | TODO.md | nothing -> peas']
    expect(await story(root)).toEqual([
      'file again | TODO.md | nothing -> beans',
      ...older,
      'tip beans',
    ])
    expect(await story(root, { from: linked })).toEqual([...older, 'tip nothing'])
  })

  it('should take a folder or a submodule of the name for no document', async () => {
    const { root, commit, git } = createRepository()
    const inner = commit('folder', { 'TODO.md/peas': 'peas' })
    git('rm', '--quiet', '-r', 'TODO.md')
    git('update-index', '--add', '--cacheinfo', `160000,${inner},TODO.md`)
    git('commit', '--quiet', '--message', 'submodule')
    git('rm', '--quiet', '--cached', 'TODO.md')
    commit('file', { 'TODO.md': 'beans' })
    expect(await story(root)).toEqual(['file | TODO.md | nothing -> beans', 'tip beans'])
  })
})

describe('read, of branches', () => {
  /** Two branches that each changed a bed of their own, not merged yet. */
  const fork = (): GitRepository => {
    const repository = createRepository()
    const { commit, git } = repository
    commit('start', { 'TODO.md': beds(), 'NOTES.md': 'rain' })
    git('switch', '--quiet', '--create', 'side')
    commit('side', { 'TODO.md': beds({ 1: ' deep' }) })
    git('switch', '--quiet', 'main')
    commit('main', { 'TODO.md': beds({ 12: ' wide' }) })
    return repository
  }

  it('should tell a merge whose result is none of its parents’', async () => {
    const { root, merge } = fork()
    merge('side')
    const result = 'beds 1 deep 12 wide'
    expect(await story(root)).toEqual([
      `Merge branch 'side' | TODO.md | beds 12 wide and beds 1 deep -> ${result}`,
      'side | TODO.md | beds -> beds 1 deep',
      'main | TODO.md | beds -> beds 12 wide',
      'start | TODO.md | nothing -> beds',
      `tip ${result}`,
    ])
    expect(await story(root, { firstParent: true })).toEqual([
      `Merge branch 'side' | TODO.md | beds 12 wide -> ${result}`,
      'main | TODO.md | beds -> beds 12 wide',
      'start | TODO.md | nothing -> beds',
      `tip ${result}`,
    ])
  })

  it('should tell how a conflict was resolved', async () => {
    const { root, commit, git, merge } = fork()
    git('switch', '--quiet', 'side')
    commit('side conflicts', { 'TODO.md': beds({ 12: ' narrow' }) })
    git('switch', '--quiet', 'main')
    merge('side')
    commit('resolve', { 'TODO.md': beds({ 12: ' middling' }) })
    expect(await story(root)).toEqual([
      'resolve | TODO.md | beds 12 wide and beds 12 narrow -> beds 12 middling',
      'side conflicts | TODO.md | beds 1 deep -> beds 12 narrow',
      'side | TODO.md | beds -> beds 1 deep',
      'main | TODO.md | beds -> beds 12 wide',
      'start | TODO.md | nothing -> beds',
      'tip beds 12 middling',
    ])
  })

  it('should tell a merge that took one side, unless it discarded nothing', async () => {
    const { root, git, commit, merge } = fork()
    git('merge', '--quiet', '--strategy=ours', '--message', 'keep main', 'side')
    git('switch', '--quiet', '--create', 'other', 'main~1')
    commit('other', { 'NOTES.md': 'sun' })
    git('switch', '--quiet', 'main')
    merge('other')
    const older = ['main | TODO.md | beds -> beds 12 wide', 'start | TODO.md | nothing -> beds']
    expect(await story(root)).toEqual([
      'keep main | TODO.md | beds 12 wide and beds 1 deep -> beds 12 wide',
      'side | TODO.md | beds -> beds 1 deep',
      ...older,
      'tip beds 12 wide',
    ])
    expect(await story(root, { firstParent: true })).toEqual([...older, 'tip beds 12 wide'])
  })

  it('should tell a merge of more than two branches', async () => {
    const { root, git, commit, merge } = fork()
    git('switch', '--quiet', '--create', 'third', 'main~1')
    commit('third', { 'TODO.md': beds({ 6: ' stony' }) })
    git('switch', '--quiet', 'main')
    merge('side', 'third')
    const [merged] = await story(root)
    expect(merged).toBe(
      "Merge branches 'side' and 'third' | TODO.md | beds 12 wide and beds 1 deep and beds 6 stony -> beds 1 deep 6 stony 12 wide",
    )
    const [first] = await story(root, { firstParent: true })
    expect(first).toBe(
      "Merge branches 'side' and 'third' | TODO.md | beds 12 wide -> beds 1 deep 6 stony 12 wide",
    )
  })

  it('should follow a rename on one branch to what another did under the old name', async () => {
    const { root, git, commit, merge } = createRepository()
    commit('start', { 'PLAN.md': beds() })
    git('branch', 'side')
    git('mv', 'PLAN.md', 'TODO.md')
    commit('move')
    commit('main', { 'TODO.md': beds({ 12: ' wide' }) })
    git('switch', '--quiet', 'side')
    commit('side', { 'PLAN.md': beds({ 1: ' deep' }) })
    git('switch', '--quiet', 'main')
    merge('side')
    expect(await story(root)).toEqual([
      "Merge branch 'side' | TODO.md | beds 12 wide and beds 1 deep -> beds 1 deep 12 wide",
      'main | TODO.md | beds -> beds 12 wide',
      'move | TODO.md | beds -> beds',
      'side | PLAN.md | beds -> beds 1 deep',
      'start | PLAN.md | nothing -> beds',
      'tip beds 1 deep 12 wide',
    ])
    expect(await story(root, { firstParent: true })).toEqual([
      "Merge branch 'side' | TODO.md | beds 12 wide -> beds 1 deep 12 wide",
      'main | TODO.md | beds -> beds 12 wide',
      'move | TODO.md | beds -> beds',
      'start | PLAN.md | nothing -> beds',
      'tip beds 1 deep 12 wide',
    ])
  })

  it('should follow a rename that came with a merge', async () => {
    const { root, git, commit, merge } = createRepository()
    commit('start', { 'PLAN.md': beds() })
    git('switch', '--quiet', '--create', 'side')
    git('mv', 'PLAN.md', 'TODO.md')
    commit('move')
    git('switch', '--quiet', 'main')
    commit('main', { 'PLAN.md': beds({ 12: ' wide' }) })
    merge('side')
    expect(await story(root, { firstParent: true })).toEqual([
      "Merge branch 'side' | TODO.md | beds 12 wide -> beds 12 wide",
      'main | PLAN.md | beds -> beds 12 wide',
      'start | PLAN.md | nothing -> beds',
      'tip beds 12 wide',
    ])
    expect(await story(root)).toEqual([
      'move | TODO.md | beds -> beds',
      'main | PLAN.md | beds -> beds 12 wide',
      'start | PLAN.md | nothing -> beds',
      'tip beds 12 wide',
    ])
  })

  it('should follow two names that branches had for one document', async () => {
    const { root, git, commit, merge } = createRepository()
    commit('start', { 'PLAN.md': beds() })
    git('switch', '--quiet', '--create', 'side')
    git('mv', 'PLAN.md', 'GARDEN.md')
    commit('side moves', { 'GARDEN.md': beds({ 1: ' deep' }) })
    git('switch', '--quiet', 'main')
    commit('main', { 'PLAN.md': beds({ 12: ' wide' }) })
    merge('side')
    git('rm', '--quiet', '--force', 'GARDEN.md')
    writeFiles(root, { 'TODO.md': beds({ 1: ' deep', 12: ' wide' }) })
    git('add', '--all')
    git('commit', '--quiet', '--amend', '--no-edit')
    expect(await story(root)).toEqual([
      "Merge branch 'side' | TODO.md | beds 12 wide and beds 1 deep -> beds 1 deep 12 wide",
      'side moves | GARDEN.md | beds -> beds 1 deep',
      'main | PLAN.md | beds -> beds 12 wide',
      'start | PLAN.md | nothing -> beds',
      'tip beds 1 deep 12 wide',
    ])
  })
})

describe('read, of two documents that branches renamed to one name', () => {
  const shed = (...notes: readonly string[]): string =>
    `${['rake', 'hoe', 'spade', 'fork'].join('\n')}\n${notes.map((note) => `${note}\n`).join('')}`

  /** Main made TODO.md of BEDS.md, the side of SHED.md; they meet in a conflict. */
  const fork = (): GitRepository => {
    const repository = createRepository()
    const { commit, git, merge } = repository
    commit('start', { 'BEDS.md': beds(), 'SHED.md': shed() })
    git('switch', '--quiet', '--create', 'side')
    git('mv', 'SHED.md', 'TODO.md')
    commit('side moves')
    commit('side', { 'TODO.md': shed('axe') })
    git('switch', '--quiet', 'main')
    commit('main oils', { 'SHED.md': shed('oil') })
    git('mv', 'BEDS.md', 'TODO.md')
    commit('main moves')
    merge('side')
    return repository
  }
  const main = ['main moves | TODO.md | beds -> beds']
  const side = [
    'side | TODO.md | rake\nhoe\nspade\nfork -> rake\nhoe\nspade\nfork\naxe',
    'side moves | TODO.md | rake\nhoe\nspade\nfork -> rake\nhoe\nspade\nfork',
  ]
  const start = [
    'start | SHED.md | nothing -> rake\nhoe\nspade\nfork',
    'start | BEDS.md | nothing -> beds',
  ]

  it('should read both back to where they began, and no more of either', async () => {
    const { root, commit } = fork()
    commit('resolve', { 'TODO.md': beds({ 1: ' axe' }) })
    expect(await story(root)).toEqual([
      'resolve | TODO.md | beds and rake\nhoe\nspade\nfork\naxe -> beds 1 axe',
      ...side,
      ...main,
      ...start,
      'tip beds 1 axe',
    ])
    expect(await story(root, { firstParent: true })).toEqual([
      'resolve | TODO.md | beds -> beds 1 axe',
      ...main,
      ...start.slice(1),
      'tip beds 1 axe',
    ])
  })

  it('should read both where the merge took one of them', async () => {
    const { root, commit } = fork()
    commit('resolve', { 'TODO.md': beds() })
    expect(await story(root)).toEqual([
      'resolve | TODO.md | beds and rake\nhoe\nspade\nfork\naxe -> beds',
      ...side,
      ...main,
      ...start,
      'tip beds',
    ])
  })

  it('should tell a commit once that branches come to under two names', async () => {
    const { root, commit, git } = fork()
    commit('resolve', { 'TODO.md': beds({ 1: ' axe' }) })
    git('mv', 'TODO.md', 'GARDEN.md')
    commit('main moves again')
    const [first, ...rest] = await story(root, { file: 'GARDEN.md' })
    expect(first).toBe('main moves again | GARDEN.md | beds 1 axe -> beds 1 axe')
    expect(rest).toEqual(await story(root, { from: 'HEAD~1' }))
  })
})

describe('read, of clones and work trees', () => {
  it('should tell where a shallow clone was cut', async () => {
    const { root, commit } = createRepository()
    commit('one', { 'TODO.md': 'peas' })
    const second = commit('two', { 'TODO.md': 'beans' })
    commit('three', { 'TODO.md': 'kale' })
    const place = join(createTemporaryFolder(), 'clone')
    execFileSync('git', ['clone', '--quiet', '--depth=2', `file://${root}`, place], {
      env: gitEnvironment,
    })
    expect(await story(place)).toEqual([
      'three | TODO.md | beans -> kale',
      'two | TODO.md | nothing -> beans',
      'tip kale',
    ])
    expect((await read(place)).cuts).toEqual(new Set([second]))
    expect((await read(root)).cuts).toEqual(new Set())
  })

  it('should read in a linked work tree', async () => {
    const { root, commit, git } = createRepository()
    commit('one', { 'TODO.md': 'peas' })
    const place = join(createTemporaryFolder(), 'tree')
    git('worktree', 'add', '--quiet', '-b', 'spring', place)
    writeFiles(place, { 'TODO.md': 'beans' })
    execFileSync('git', ['commit', '--quiet', '--all', '--message=two'], {
      cwd: place,
      env: gitEnvironment,
    })
    expect(await story(place)).toEqual([
      'two | TODO.md | peas -> beans',
      'one | TODO.md | nothing -> peas',
      'tip beans',
    ])
    expect(await story(root)).toEqual(['one | TODO.md | nothing -> peas', 'tip peas'])
  })

  it('should read ids of SHA-256', async () => {
    const { root, commit, git } = createRepository('--object-format=sha256')
    commit('start', { 'PLAN.md': beds() })
    git('mv', 'PLAN.md', 'TODO.md')
    commit('move')
    expect((await read(root)).tip).toHaveLength(64)
    expect(await story(root)).toEqual([
      'move | TODO.md | beds -> beds',
      'start | PLAN.md | nothing -> beds',
      'tip beds',
    ])
  })
})

describe('read, of what can stand in commits and names', () => {
  it('should take any subject, author and path for what it is', async () => {
    const { root, git } = createRepository()
    const file = 'my "docs"/TODO [1] | ünï 🌱.md'
    writeFiles(root, { [file]: 'peas' })
    git('add', '--all')
    const message = '\n :100644 sow | "peas" 🌱\twith\u0001\u001b[31m\nand:\nbeans\n\n:a body\n'
    git(
      '-c',
      'user.useConfigOnly=true',
      'commit',
      '--quiet',
      '--cleanup=verbatim',
      '--author',
      'Zoë "Z" | x <zoë@b|c>',
      '--date',
      '2024-03-01T08:00:00+0530',
      '--message',
      message,
    )
    const [revision] = (await read(root, { file })).revisions
    expect(revision).toEqual({
      commit: git('rev-parse', 'HEAD'),
      date: '2024-03-01T08:00:00+05:30',
      author: 'Zoë "Z" | x',
      email: 'zoë@b|c',
      subject: ' :100644 sow | "peas" 🌱\twith\u0001\u001b[31m and: beans',
      path: file,
      before: [undefined],
      after: git('rev-parse', `HEAD:${file}`),
    })
  })

  it('should take a commit that has no subject, no author and no date', async () => {
    const { root, git, commit } = createRepository()
    commit('start', { 'TODO.md': 'peas' })
    const raw = `tree ${git('rev-parse', 'HEAD^{tree}')}\nauthor Eve <> tomorrow\ncommitter Eve <> 0 +0000\n\n`
    writeFileSync(join(root, 'raw'), raw)
    const bad = git('hash-object', '-t', 'commit', '-w', '--literally', 'raw')
    const [revision] = (await read(root, { from: bad })).revisions
    expect(revision).toMatchObject({
      commit: bad,
      date: '1970-01-01T00:00:00+00:00',
      author: 'Eve',
      email: '',
      subject: '',
    })
  })

  it.each([
    'TODO[1].md',
    '*.md',
    ':x.md',
    ':(glob)**',
    '-p',
    '--all',
    'a b.md',
    'a\nb.md',
    '"q".md',
  ])('should take the name %j for a name', async (file) => {
    const { root, commit } = createRepository()
    commit('other', { '1.md': 'x', 'TODO1.md': 'y', 'x.md': 'z' })
    commit('named', { [file]: 'peas' })
    const patterns = { ...gitEnvironment, GIT_ICASE_PATHSPECS: '1', GIT_GLOB_PATHSPECS: '1' }
    expect(await story(root, { file }, patterns)).toEqual([
      `named | ${file} | nothing -> peas`,
      'tip peas',
    ])
  })

  it('should take names that are no UTF-8, and follow renames to them', async () => {
    const { root, commit } = createRepository()
    const [old, file] = [[0xe9], [0x2d, 0xff]].map((bytes) =>
      decodeName(Buffer.from([...bytes, 0x2e, 0x6d])),
    )
    const place = (name: string): Buffer =>
      Buffer.concat([Buffer.from(`${root}/`), Buffer.from(encodeName(name))])
    writeFileSync(place(old!), beds())
    commit('start')
    renameSync(place(old!), place(file!))
    commit('move')
    expect(await story(root, { file: file! })).toEqual([
      `move | ${file!} | beds -> beds`,
      `start | ${old!} | nothing -> beds`,
      'tip beds',
    ])
  })

  it('should not depend on what the user has set', async () => {
    const { root, commit, git, merge } = createRepository()
    commit('start', { 'PLÄN.md': beds() })
    git('branch', 'side')
    git('mv', 'PLÄN.md', 'TODO.md')
    commit('move')
    git('switch', '--quiet', 'side')
    commit('side', { 'PLÄN.md': beds({ 1: ' deep' }) })
    git('switch', '--quiet', 'main')
    merge('side')
    const home = createTemporaryFolder({ '.gitconfig': userConfig })
    const expected = await read(root)
    const environment = { ...gitEnvironment, HOME: home, GIT_LITERAL_PATHSPECS: '0' }
    expect(await read(root, {}, environment)).toEqual(expected)
    const [top] = await story(root, { firstParent: true }, environment)
    expect(top).toBe("Merge branch 'side' | TODO.md | beds -> beds 1 deep")
    expect(expected.revisions.map(({ path }) => path)).toEqual(['TODO.md', 'PLÄN.md', 'PLÄN.md'])
  })

  it('should not take the variables of one repository for another', async () => {
    const { root, commit } = createRepository()
    commit('start', { 'TODO.md': 'peas' })
    const environment = { ...gitEnvironment, GIT_DIR: '/nowhere/.git' }
    expect(await story(root, {}, environment)).toEqual([
      'start | TODO.md | nothing -> peas',
      'tip peas',
    ])
  })
})

/** Settings that each change what `git log` prints, or stop it. */
const userConfig = `
[log]
  showSignature = true
  diffMerges = off
  follow = true
  showRoot = false
  mailmap = true
  date = relative
  abbrevCommit = true
  decorate = full
[diff]
  renames = false
  renameLimit = 1
  orderFile = /nowhere/order
  external = false
  relative = true
  ignoreSubmodules = all
[color]
  ui = always
  diff = always
[core]
  quotePath = true
  abbrev = 4
  pager = false
[format]
  pretty = oneline
[i18n]
  logOutputEncoding = latin1
[notes]
  displayRef = *
`

describe('read, where it cannot', () => {
  const failing = (code: string, message: string, help: string): unknown =>
    expect.objectContaining({
      code,
      message: expect.stringContaining(message),
      help: expect.stringContaining(help),
    })

  it('should say that git is missing', async () => {
    const { root, commit } = createRepository()
    commit('start', { 'TODO.md': 'peas' })
    const nowhere = { PATH: '/nowhere' }
    const error = failing('git', `\`git\` cannot be run in \`${root}\``, 'install git')
    const source = createHistorySource(root, nowhere)
    await expect(read(root, {}, nowhere)).rejects.toEqual(error)
    await expect(read(root, { from: 'main' }, nowhere)).rejects.toEqual(error)
    await expect(source.commitsOf('HEAD')).rejects.toEqual(error)
    const blobs = source.blobs(['ab'.repeat(20)])[Symbol.asyncIterator]()
    await expect(blobs.next()).rejects.toEqual(error)
  })

  it('should say that there is no repository', async () => {
    const place = createTemporaryFolder({ 'TODO.md': 'peas' })
    const error = failing('git', `git finds no repository in \`${place}\``, 'not a git repository')
    await expect(read(place)).rejects.toEqual(error)
    await expect(read(place, { from: 'main' })).rejects.toEqual(error)
  })

  it('should say that there is no commit yet', async () => {
    const { root } = createRepository()
    writeFiles(root, { 'TODO.md': 'peas' })
    const error = failing('git', 'has no commit yet', '`git add` the document and commit it')
    await expect(read(root)).rejects.toEqual(error)
    await expect(read(root, { from: 'HEAD' })).rejects.toEqual(error)
  })

  it('should say which revision is none', async () => {
    const { root, commit } = createRepository()
    commit('start', { 'TODO.md': 'peas' })
    for (const from of [
      'spring',
      '',
      '--all',
      '-p',
      'HEAD~7',
      'HEAD..HEAD',
      'HEAD:TODO.md',
      'TODO.md',
    ]) {
      await expect(read(root, { from })).rejects.toEqual(
        failing('git', `\`${from}\` names no commit in`, '`git tag`'),
      )
    }
  })

  it('should say that the document is not committed', async () => {
    const { root, commit, git } = createRepository()
    commit('start', { 'NOTES.md': 'rain', 'docs/plan.md': 'beds' })
    writeFiles(root, { 'TODO.md': 'peas' })
    const add = '`git add` the document and commit it'
    await expect(read(root)).rejects.toEqual(
      failing('git', 'no commit has the file `TODO.md`', add),
    )
    await expect(read(root, { file: 'docs' })).rejects.toEqual(failing('git', '`docs`', add))
    git('tag', 'spring')
    commit('later')
    await expect(read(root, { from: 'spring' })).rejects.toEqual(
      failing('git', 'no commit up to `spring` has the file `TODO.md`', add),
    )
  })

  it('should give no history where git stops in the middle', async () => {
    const { root, commit, git } = createRepository()
    commit('one', { 'TODO.md': 'peas' })
    const lost = git('rev-parse', 'HEAD^{tree}')
    commit('two', { 'TODO.md': 'beans' })
    rmSync(join(root, '.git/objects', lost.slice(0, 2), lost.slice(2)))
    await expect(read(root)).rejects.toEqual(failing('git', '`git log` failed', lost))
  })

  it.each(['log', 'diff-tree'])(
    'should give no history where `git %s` is killed',
    async (command) => {
      const { root, commit } = createRepository()
      commit('unrelated', { 'NOTES.md': 'rain' })
      commit('one', { 'TODO.md': 'peas' })
      const { environment } = wrapGit(`case "$*" in *" ${command} "*) kill -9 $$;; esac`)
      const message = `\`git ${command}\` failed in \`${root}\``
      await expect(read(root, {}, environment)).rejects.toEqual(
        failing('git', message, 'it was ended by SIGKILL'),
      )
    },
  )

  it('should say that it cannot read where a clone was cut', () => {
    const place = createTemporaryFolder({ '.git/shallow/file': 'a folder in the way' })
    const file = join(place, '.git/shallow')
    expect(() => readCuts(place, gitEnvironment)).toThrow(
      failing('git', `\`${file}\` cannot be read: it is a folder (EISDIR)`, ''),
    )
    expect(readCuts(join(place, 'nowhere'), gitEnvironment)).toEqual(new Set())
  })
})

describe('commitsOf', () => {
  it('should tell the commits of a revision and of a range', async () => {
    const { root, commit, git } = createRepository()
    const commits = ['one', 'two', 'three'].map((message) => commit(message))
    git('tag', 'spring', 'HEAD~1')
    const source = createHistorySource(root, gitEnvironment)
    expect(await source.commitsOf('HEAD')).toEqual(new Set(commits))
    expect(await source.commitsOf('spring..HEAD')).toEqual(new Set(commits.slice(2)))
    expect(await source.commitsOf('HEAD..HEAD')).toEqual(new Set())
  })

  it('should say which range is none', async () => {
    const { root, commit } = createRepository()
    commit('start', { 'TODO.md': 'peas' })
    const source = createHistorySource(root, gitEnvironment)
    for (const range of ['spring..HEAD', '--all', '-n1', '', 'TODO.md', 'HEAD main']) {
      await expect(source.commitsOf(range)).rejects.toMatchObject({
        code: 'git',
        message: `\`${range}\` names no commits in \`${root}\``,
        help: expect.stringContaining('fatal: '),
      })
    }
  })
})

describe('removedPaths', () => {
  it('should tell what commits removed, renamed files and such as are back included', async () => {
    const { root, commit, git } = createRepository()
    commit('open', { 'a/rye\n.md': 'rye', 'b.md': 'oats', 'c.md': 'malt', 'kept.md': 'x' })
    git('rm', '--quiet', 'a/rye\n.md', 'c.md')
    git('mv', 'b.md', 'oats.md')
    commit('close')
    commit('open again', { 'c.md': 'malt' })
    const source = createHistorySource(root, gitEnvironment)
    expect([...(await source.removedPaths())].sort()).toEqual(['a/rye\n.md', 'b.md', 'c.md'])
  })

  it('should say that there is no commit', async () => {
    const source = createHistorySource(createRepository().root, gitEnvironment)
    await expect(source.removedPaths()).rejects.toMatchObject({ code: 'git' })
  })
})

describe('renames', () => {
  it('should tell what each commit renamed, the newest first', async () => {
    const { root, commit, git, merge } = createRepository()
    const loaf = 'rye, water and salt\n'
    const first = commit('open', { 'a.md': loaf, 'b.md': 'oats, honey and milk\n' })
    git('mv', 'a.md', 'rye\nbread.md')
    commit('say what it is')
    commit('sell nothing')
    git('checkout', '--quiet', '-b', 'more', first)
    git('mv', 'b.md', 'größe.md')
    commit('say how large')
    git('checkout', '--quiet', 'main')
    merge('more')
    const source = createHistorySource(root, gitEnvironment)
    const renames = await source.renames(`${first}..HEAD`)
    expect(renames.flatMap((each) => [...each])).toEqual([
      ['b.md', 'größe.md'],
      ['a.md', 'rye\nbread.md'],
    ])
    expect(await source.renames('HEAD..HEAD')).toEqual([])
    await expect(source.renames('HEAD..nothing')).rejects.toMatchObject({ code: 'git' })
  })
})

describe('readAll', () => {
  it('should read of each document what it reads of one alone', async () => {
    const { root, commit, git } = createRepository()
    const first = commit('open', { 'a.md': 'rye, water and salt\n', 'b.md': 'oats and honey\n' })
    git('mv', 'a.md', 'rye.md')
    commit('say what it is', { 'b.md': 'oats, honey and milk\n' })
    git('checkout', '--quiet', '-b', 'more', first)
    commit('add salt', { 'b.md': 'oats and honey\n\nsalt\n', 'c.md': 'malt\n' })
    git('checkout', '--quiet', 'main')
    git('merge', '--quiet', '--no-ff', '--no-edit', '-X', 'ours', 'more')
    commit('bake', { 'rye.md': 'rye, water, salt and time\n' })
    const source = createHistorySource(root, gitEnvironment)
    const files = ['rye.md', 'b.md', 'c.md']
    const many = Array.from({ length: 200 }, (_, number) => `none-${String(number)}.md`)
    for (const asked of [files, [...files, ...many]]) {
      const all = await source.readAll(asked)
      expect([...all.keys()]).toEqual(files)
      for (const file of files)
        expect(all.get(file)).toEqual(await source.read({ file, firstParent: true }))
    }
    expect(await source.readAll([])).toEqual(new Map())
  })
})
