import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createHistoryCache } from '../../src/adapters/create-history-cache.ts'
import { findGitDirectory } from '../../src/adapters/find-git-directory.ts'
import type { HistoryCache } from '../../src/history/history-source.ts'
import { createRepository } from '../fakes/git-repository.ts'
import { createTemporaryFolder, gitEnvironment, writeFiles } from '../fakes/temporary-folder.ts'

describe('createHistoryCache', () => {
  const open = (): { cache: HistoryCache; folder: string } => {
    const folder = createTemporaryFolder()
    return { cache: createHistoryCache(() => folder, '1.2.0-5eed'), folder }
  }

  it('should load what was saved, and the last of it', () => {
    const { cache, folder } = open()
    expect(cache.load('garden.json')).toBeUndefined()
    for (const text of ['{"beds":1}', '', 'sow\npeas 🌱\r\n\0']) {
      cache.save('garden.json', text)
      expect(cache.load('garden.json')).toBe(text)
    }
    expect(readdirSync(join(folder, 'crossoff', '1.2.0-5eed'))).toEqual(['garden.json'])
    expect(createHistoryCache(() => folder, '1.2.0-5eed').load('garden.json')).toBe(
      'sow\npeas 🌱\r\n\0',
    )
  })

  it('should keep names apart, and in its folder, whatever they are', () => {
    const { cache, folder } = open()
    const names = ['a', '../a', '/etc/a', '..', '.', '', 'a/b', 'a\nb', 'x'.repeat(300), '\uD800']
    for (const name of names) cache.save(name, `text of ${name.length} ${name}`.toWellFormed())
    expect(names.map((name) => cache.load(name))).toEqual(
      names.map((name) => `text of ${name.length} ${name}`.toWellFormed()),
    )
    expect(readdirSync(folder)).toEqual(['crossoff'])
    expect(readdirSync(join(folder, 'crossoff', '1.2.0-5eed'))).toHaveLength(names.length)
  })

  it('should not load a file that is damaged, cut, or another’s', () => {
    const { cache, folder } = open()
    const file = join(folder, 'crossoff', '1.2.0-5eed', 'garden.json')
    cache.save('garden.json', 'sow peas')
    const whole = readFileSync(file, 'utf8')
    const damaged = [
      whole.slice(0, -1),
      whole.replace('peas', 'bees'),
      `${whole}\n`,
      whole.slice(0, 64),
      '',
      '\n',
    ]
    for (const content of damaged) {
      writeFileSync(file, content)
      expect(cache.load('garden.json')).toBeUndefined()
    }
    writeFileSync(join(folder, 'crossoff', '1.2.0-5eed', 'meadow.json'), whole)
    expect(cache.load('meadow.json')).toBeUndefined()
    cache.save('garden.json', 'sow beans')
    expect(cache.load('garden.json')).toBe('sow beans')
  })

  it('should not wait for what is no file, and take its place', () => {
    const { cache, folder } = open()
    const place = join(folder, 'crossoff', '1.2.0-5eed')
    mkdirSync(place, { recursive: true })
    execFileSync('mkfifo', [join(place, 'garden.json')])
    symlinkSync('garden.json', join(place, 'meadow.json'))
    for (const name of ['garden.json', 'meadow.json']) {
      expect(cache.load(name)).toBeUndefined()
      cache.save(name, 'peas')
      expect(cache.load(name)).toBe('peas')
    }
  })

  it('should not load a text that the file could not hold', () => {
    const { cache } = open()
    cache.save('garden.json', 'half a \uD83C seedling')
    expect(cache.load('garden.json')).toBeUndefined()
  })

  it('should remove what other versions left, and nothing else', () => {
    const { cache, folder } = open()
    const own = ['0.9.0-0123456789ab', '1.1.0-test', '1.2.0-beta.1-fedcba987654']
    const others = ['1.2', 'README', 'beds', 'linked', 'v1.1.0-0123456789ab', '1.1.0']
    writeFiles(folder, {
      ...Object.fromEntries(own.map((name) => [`crossoff/${name}/transitions-a`, 'old'])),
      'crossoff/0.9.0-0123456789ab/beds/a': 'older',
      'crossoff/README': 'a file',
      'crossoff/beds/peas.md': 'sow',
      'crossoff/1.2/peas.md': 'sow',
      'crossoff/1.1.0/peas.md': 'sow',
      'crossoff/v1.1.0-0123456789ab/peas.md': 'sow',
      'elsewhere/kept.md': 'kept',
    })
    symlinkSync('../elsewhere', join(folder, 'crossoff', 'linked'))
    symlinkSync('../elsewhere', join(folder, 'crossoff', '0.8.0-0123456789ab'))
    expect(cache.load('garden.json')).toBeUndefined()
    cache.save('garden.json', 'new')
    expect(readdirSync(join(folder, 'crossoff')).sort()).toEqual(
      ['0.8.0-0123456789ab', '1.2.0-5eed', ...others].sort(),
    )
    expect(existsSync(join(folder, 'elsewhere/kept.md'))).toBe(true)
  })

  it('should remove nothing where its folder is a link to another', () => {
    const { cache, folder } = open()
    const other = createTemporaryFolder({ 'seeds/list.txt': 'peas' })
    symlinkSync(other, join(folder, 'crossoff'))
    cache.save('garden.json', 'sow')
    expect(readFileSync(join(other, 'seeds/list.txt'), 'utf8')).toBe('peas')
  })

  it('should say nothing where it cannot be written, read or found', () => {
    const folder = createTemporaryFolder({ crossoff: 'a file in the way' })
    const blocked = createHistoryCache(() => folder, '1.2.0-5eed')
    const homeless = createHistoryCache(() => undefined, '1.2.0-5eed')
    const lost = createHistoryCache(() => {
      throw new Error('no git here')
    }, '1.2.0-5eed')
    for (const cache of [blocked, homeless, lost]) {
      cache.save('garden.json', 'peas')
      expect(cache.load('garden.json')).toBeUndefined()
    }
    expect(readdirSync(folder)).toEqual(['crossoff'])
  })

  it('should leave no temporary file where the place is taken', () => {
    const { cache, folder } = open()
    const place = join(folder, 'crossoff', '1.2.0-5eed')
    mkdirSync(join(place, 'garden.json', 'in the way'), { recursive: true })
    cache.save('garden.json', 'peas')
    expect(cache.load('garden.json')).toBeUndefined()
    expect(readdirSync(place)).toEqual(['garden.json'])
  })

  it('should ask for git’s folder once, and only when it is used', () => {
    let asked = 0
    const folder = createTemporaryFolder()
    const cache = createHistoryCache(() => {
      asked++
      return folder
    }, '1.2.0-5eed')
    expect(asked).toBe(0)
    cache.save('garden.json', 'peas')
    cache.load('garden.json')
    expect(asked).toBe(1)
  })
})

describe('findGitDirectory', () => {
  it('should find the folder of a repository, and of its linked work trees', () => {
    const { root, commit, git } = createRepository()
    commit('start', { 'TODO.md': 'peas' })
    const place = join(createTemporaryFolder(), 'tree')
    git('worktree', 'add', '--quiet', place)
    expect(findGitDirectory(root, gitEnvironment)).toBe(join(root, '.git'))
    expect(findGitDirectory(place, gitEnvironment)).toBe(join(root, '.git'))
  })

  it('should find the folder of a submodule', () => {
    const { root, commit, git } = createRepository()
    commit('start', { 'TODO.md': 'peas' })
    git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', root, 'vendor')
    expect(findGitDirectory(join(root, 'vendor'), gitEnvironment)).toBe(
      join(root, '.git/modules/vendor'),
    )
  })

  it('should find none where there is none', () => {
    const place = createTemporaryFolder({
      'a/.git': 'gitdir: elsewhere',
      'b/.git': 'a note',
      'c/.git': 'gitdir: ../d\n',
      'd/commondir': '../gone\n',
    })
    for (const folder of ['.', 'a', 'b', 'c', 'no/such']) {
      expect(findGitDirectory(join(place, folder), {})).toBeUndefined()
    }
  })

  it('should take the variables of git for the repository that the process is in alone', () => {
    const place = createTemporaryFolder({ 'git/HEAD': '', 'shared/HEAD': '', 'tree/TODO.md': '' })
    const here = process.cwd()
    const find = (root: string, variables: NodeJS.ProcessEnv): string | undefined =>
      findGitDirectory(root, { GIT_WORK_TREE: here, GIT_DIR: join(place, 'git'), ...variables })
    expect(find(here, {})).toBe(join(place, 'git'))
    expect(find(here, { GIT_DIR: relative(here, join(place, 'git')) })).toBe(join(place, 'git'))
    expect(find(here, { GIT_COMMON_DIR: join(place, 'shared') })).toBe(join(place, 'shared'))
    expect(find(here, { GIT_COMMON_DIR: join(place, 'gone') })).toBeUndefined()
    expect(find(join(place, 'tree'), {})).toBeUndefined()
  })
})
