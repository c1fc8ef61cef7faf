import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createDiskTree, readReplaced } from '../../src/adapters/disk-tree.ts'
import { decodeName, encodeName } from '../../src/adapters/file-name.ts'
import { findRoot, isWithin } from '../../src/adapters/find-root.ts'
import { createGitTree } from '../../src/adapters/git-tree.ts'
import { runGit } from '../../src/adapters/run-git.ts'
import {
  commitAll,
  createTemporaryFolder,
  gitEnvironment,
  writeFiles,
} from '../fakes/temporary-folder.ts'

const text = (bytes: Uint8Array | undefined): string | undefined =>
  bytes && new TextDecoder().decode(bytes)

describe('createDiskTree', () => {
  const folder = (): string =>
    createTemporaryFolder({
      'TODO.md': '# One\n',
      'docs/b.md': 'b',
      'docs/a.md': 'a',
      'node_modules/x/README.md': 'x',
      '.git/config': '',
    })

  it('should tell files from folders, in exactly their letter case', () => {
    const tree = createDiskTree(folder())
    expect(['', 'TODO.md', 'docs', 'docs/a.md'].map((path) => tree.kindOf(path))).toEqual([
      'directory',
      'file',
      'directory',
      'file',
    ])
    const absent = ['todo.md', 'Docs', 'docs/A.md', 'docs/c.md', 'TODO.md/x', 'no/such', '.git']
    expect(absent.map((path) => tree.kindOf(path))).toEqual(absent.map(() => undefined))
  })

  it('should list and read', () => {
    const tree = createDiskTree(folder())
    expect(tree.list('docs')).toEqual(['a.md', 'b.md'])
    expect(tree.list('')).toEqual(['TODO.md', 'docs', 'node_modules'])
    expect(tree.list('TODO.md')).toEqual([])
    expect(tree.list('none')).toEqual([])
    expect(text(tree.read('docs/a.md'))).toBe('a')
    expect(tree.read('docs')).toBeUndefined()
    expect(tree.read('docs/c.md')).toBeUndefined()
  })

  it('should walk all files but those of git and of packages, and follow no link', () => {
    const place = folder()
    symlinkSync('..', join(place, 'docs', 'loop'))
    symlinkSync('a.md', join(place, 'docs', 'link.md'))
    expect(createDiskTree(place).files()).toEqual(['TODO.md', 'docs/a.md', 'docs/b.md'])
  })

  it('should tell which links lead out of the repository', () => {
    const outside = createTemporaryFolder({ 'secret.md': '# Secret\n' })
    const place = createTemporaryFolder({ 'TODO.md': '# One\n', 'docs/a.md': 'a' })
    symlinkSync(join(outside, 'secret.md'), join(place, 'out.md'))
    symlinkSync(outside, join(place, 'up'))
    symlinkSync('docs/a.md', join(place, 'in.md'))
    symlinkSync('none.md', join(place, 'nowhere.md'))
    commitAll(place)
    const paths = ['out.md', 'up/secret.md', 'in.md', 'docs/a.md', 'nowhere.md', 'TODO.md', 'x.md']
    for (const tree of [createDiskTree(place), createGitTree(place, gitEnvironment)])
      expect(paths.filter((path) => tree.leadsOutside?.(path))).toEqual(['out.md', 'up/secret.md'])
  })

  it('should follow links to what they lead to', () => {
    const place = folder()
    symlinkSync('docs', join(place, 'pages'))
    symlinkSync('nowhere', join(place, 'dangling'))
    symlinkSync('circle', join(place, 'circle'))
    const tree = createDiskTree(place)
    expect(tree.kindOf('pages/a.md')).toBe('file')
    expect(text(tree.read('pages/a.md'))).toBe('a')
    expect(tree.kindOf('dangling')).toBeUndefined()
    expect(tree.kindOf('circle')).toBeUndefined()
  })

  it('should find names of any bytes', () => {
    const place = createTemporaryFolder()
    const name = Buffer.concat([
      Buffer.from(place),
      Buffer.from('/caf'),
      Buffer.from([0xe9]),
      Buffer.from(' 漢.md'),
    ])
    writeFileSync(name, 'x')
    const tree = createDiskTree(place)
    const [found = ''] = tree.files()
    expect(found).toBe('caf\uDCE9 漢.md')
    expect(tree.kindOf(found)).toBe('file')
    expect(text(tree.read(found))).toBe('x')
  })

  it('should say which file cannot be read', () => {
    const place = folder()
    const tree = createDiskTree(place)
    expect(tree.kindOf('docs/a.md')).toBe('file')
    const name = `docs/${'x'.repeat(300)}.md`
    expect(tree.kindOf(name)).toBeUndefined()
  })
})

describe('readReplaced', () => {
  it('should read a regular file, through links, and nothing where there is none', () => {
    const place = createTemporaryFolder({ 'spring.yaml': 'version: 1\n' })
    symlinkSync('spring.yaml', join(place, 'link.yaml'))
    const texts = ['spring.yaml', 'link.yaml', 'summer.yaml'].map((path) =>
      text(readReplaced(place, path)),
    )
    expect(texts).toEqual(['version: 1\n', 'version: 1\n', undefined])
  })

  it('should refuse a pipe and a device before it reads, and a folder', () => {
    const place = createTemporaryFolder({ 'docs/a.md': 'a' })
    execFileSync('mkfifo', [join(place, 'pipe')])
    expect(() => readReplaced(place, 'pipe')).toThrow(
      '`pipe` cannot be written: it is not a regular file',
    )
    expect(() => readReplaced('/', 'dev/null')).toThrow(
      '`dev/null` cannot be written: it is not a regular file',
    )
    expect(() => readReplaced(place, 'docs')).toThrow('`docs` is a folder; expected a file')
  })
})

describe('createGitTree', () => {
  const repository = (): string => {
    const place = createTemporaryFolder({
      'TODO.md': '# One\n',
      'docs/deep/a b.md': 'a',
      'docs/gone.md': 'gone',
      '.gitignore': 'built/\n',
      'built/page.md': 'page',
    })
    commitAll(place)
    rmSync(join(place, 'docs/gone.md'))
    writeFiles(place, { 'notes/new\nname.md': 'new' })
    return place
  }

  it('should know tracked and untracked files, and neither ignored nor removed ones', () => {
    const tree = createGitTree(repository(), gitEnvironment)
    const paths = ['', 'TODO.md', 'docs', 'docs/deep', 'docs/deep/a b.md', 'notes/new\nname.md']
    expect(paths.map((path) => tree.kindOf(path))).toEqual([
      'directory',
      'file',
      'directory',
      'directory',
      'file',
      'file',
    ])
    const absent = ['docs/gone.md', 'built/page.md', 'built', 'todo.md', 'docs/deep/x']
    expect(absent.map((path) => tree.kindOf(path))).toEqual(absent.map(() => undefined))
    expect(tree.files()).toEqual(['.gitignore', 'TODO.md', 'docs/deep/a b.md'])
    expect(tree.list('')).toEqual(['.gitignore', 'TODO.md', 'docs', 'notes'])
    expect(tree.list('docs/deep')).toEqual(['a b.md'])
    expect(tree.list('nowhere')).toEqual([])
    expect(text(tree.read('docs/deep/a b.md'))).toBe('a')
    expect(tree.read('built/page.md')).toBeUndefined()
    expect(tree.read('docs')).toBeUndefined()
  })

  it('should look behind links and submodules', () => {
    const place = repository()
    symlinkSync('docs/deep', join(place, 'pages'))
    symlinkSync('TODO.md', join(place, 'PLAN.md'))
    const inner = join(place, 'vendor')
    mkdirSync(inner)
    writeFiles(inner, { 'README.md': 'inner' })
    commitAll(inner)
    execFileSync('git', ['add', '.'], { cwd: place, env: gitEnvironment, stdio: 'ignore' })
    const tree = createGitTree(place, gitEnvironment)
    expect(tree.kindOf('pages')).toBe('directory')
    expect(tree.kindOf('pages/a b.md')).toBe('file')
    expect(text(tree.read('pages/a b.md'))).toBe('a')
    expect(tree.list('pages')).toEqual(['a b.md'])
    expect(tree.kindOf('PLAN.md')).toBe('file')
    expect(tree.kindOf('vendor')).toBe('directory')
    expect(tree.kindOf('vendor/README.md')).toBe('file')
    expect(tree.list('vendor')).toEqual(['README.md'])
    expect(tree.files()).toEqual([
      '.gitignore',
      'TODO.md',
      'docs/deep/a b.md',
      'notes/new\nname.md',
    ])
  })

  it('should not read pipes and devices, which may never end', () => {
    const place = repository()
    execFileSync('mkfifo', [join(place, 'drain')])
    symlinkSync('drain', join(place, 'drain.md'))
    symlinkSync('/dev/null', join(place, 'hole.md'))
    execFileSync('git', ['add', '*.md'], { cwd: place, env: gitEnvironment, stdio: 'ignore' })
    for (const tree of [createGitTree(place, gitEnvironment), createDiskTree(place)]) {
      expect(tree.read('drain.md')).toBeUndefined()
      expect(tree.read('hole.md')).toBeUndefined()
    }
  })

  it('should keep files that a sparse checkout leaves out, though they cannot be read', () => {
    const place = repository()
    execFileSync('git', ['update-index', '--skip-worktree', 'TODO.md', 'docs/deep/a b.md'], {
      cwd: place,
      env: gitEnvironment,
    })
    rmSync(join(place, 'TODO.md'))
    const tree = createGitTree(place, gitEnvironment)
    expect(tree.kindOf('TODO.md')).toBe('file')
    expect(tree.read('TODO.md')).toBeUndefined()
    expect(tree.files()).toEqual(['.gitignore', 'docs/deep/a b.md'])
  })

  it('should find names of any bytes', () => {
    const place = createTemporaryFolder()
    writeFileSync(Buffer.concat([Buffer.from(`${place}/caf`), Buffer.from([0xe9])]), 'x')
    commitAll(place)
    const tree = createGitTree(place, gitEnvironment)
    expect(tree.files()).toEqual(['caf\uDCE9'])
    expect(text(tree.read('caf\uDCE9'))).toBe('x')
  })
})

describe('runGit', () => {
  it('should say that git is missing', () => {
    const place = createTemporaryFolder()
    expect(() => runGit(place, ['status'], { PATH: '/nowhere' })).toThrow(
      expect.objectContaining({
        code: 'git',
        message: expect.stringContaining('`git` cannot be run'),
      }),
    )
  })

  it('should say what git says', () => {
    const place = createTemporaryFolder()
    expect(() => runGit(place, ['ls-files'], gitEnvironment)).toThrow(
      expect.objectContaining({
        code: 'git',
        message: `\`git ls-files\` failed in \`${place}\``,
        help: expect.stringContaining('not a git repository'),
      }),
    )
  })

  it('should not take the variables of one repository for another', () => {
    const place = createTemporaryFolder({ 'a.md': '' })
    commitAll(place)
    const output = runGit(place, ['ls-files'], { ...gitEnvironment, GIT_DIR: '/nowhere/.git' })
    expect(output.toString()).toBe('a.md\n')
  })
})

describe('findRoot', () => {
  it('should find the nearest folder with `.git`, a file as well', () => {
    const place = createTemporaryFolder({ 'a/.git': 'gitdir: elsewhere', 'a/b/c.md': '' })
    expect(findRoot(join(place, 'a', 'b'), {})).toBe(join(place, 'a'))
    expect(findRoot('/', {})).toBeUndefined()
  })

  it('should take the work tree that git was told, for the folders in it', () => {
    const place = createTemporaryFolder({ 'tree/docs/a.md': '', 'other/.git': '' })
    const environment = { GIT_WORK_TREE: join(place, 'tree') }
    expect(findRoot(join(place, 'tree', 'docs'), environment)).toBe(join(place, 'tree'))
    expect(findRoot(join(place, 'other'), environment)).toBe(join(place, 'other'))
  })
})

describe('isWithin', () => {
  it('should compare whole names', () => {
    expect(isWithin('/a/b', '/a/b')).toBe(true)
    expect(isWithin('/a/b', '/a/b/c')).toBe(true)
    expect(isWithin('/a/b', '/a/bc')).toBe(false)
    expect(isWithin('/', '/a')).toBe(true)
  })
})

describe('decodeName and encodeName', () => {
  it.each([
    ['plain', Buffer.from('TODO.md')],
    ['astral', Buffer.from('🎉.md')],
    ['a true replacement character', Buffer.from('\uFFFD.md')],
    ['latin1', Buffer.from([0x63, 0xe9, 0x2e])],
    ['half a character', Buffer.from([0xf0, 0x9f, 0x8e])],
    ['an encoded surrogate', Buffer.from([0xed, 0xb3, 0xa9])],
  ])('should lose no byte of %s', (_, bytes) => {
    expect(Buffer.from(encodeName(decodeName(bytes)))).toEqual(bytes)
  })
})
