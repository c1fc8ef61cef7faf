import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type FileSystem, nodeFileSystem } from '../../src/adapters/file-system.ts'
import { createFileWriter } from '../../src/adapters/file-writer.ts'
import { CrossoffError } from '../../src/errors.ts'
import { createTemporaryFolder } from '../fakes/temporary-folder.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

const read = (folder: string, name: string): string => readFileSync(join(folder, name), 'utf8')

/** A file system in which one call fails, the given time that it is made. */
function failing(name: keyof FileSystem, code: string, time = 1): FileSystem {
  let count = 0
  return {
    ...nodeFileSystem,
    [name]: (...args: never[]) => {
      count++
      if (count === time) throw Object.assign(new Error(`${code}: it was told to`), { code })
      return Reflect.apply(nodeFileSystem[name], nodeFileSystem, args)
    },
  }
}

function catchError(act: () => void): { code: string; message: string; help: string } {
  try {
    act()
  } catch (error) {
    if (error instanceof CrossoffError) {
      return { code: error.code, message: error.message, help: error.help }
    }
    throw error
  }
  throw new Error('nothing was thrown')
}

describe('createFileWriter', () => {
  it('should replace files and make new ones', () => {
    const folder = createTemporaryFolder({ 'TODO.md': 'old' })
    createFileWriter(folder, nodeFileSystem).write([
      { path: 'TODO.md', before: bytes('old'), after: bytes('new') },
      { path: 'DONE.md', after: bytes('done') },
    ])
    expect(readdirSync(folder).sort()).toEqual(['DONE.md', 'TODO.md'])
    expect([read(folder, 'TODO.md'), read(folder, 'DONE.md')]).toEqual(['new', 'done'])
  })

  it.skipIf(process.platform === 'win32')('should never replace a device or a pipe', () => {
    const folder = createTemporaryFolder({})
    const pipe = join(folder, 'TODO.md')
    execFileSync('mkfifo', [pipe])
    const writer = createFileWriter(folder, nodeFileSystem)
    const changes = [{ path: 'TODO.md', before: bytes(''), after: bytes('new') }]
    expect(catchError(() => writer.write(changes))).toMatchObject({
      code: 'file-io',
      message: '`TODO.md` cannot be written: it is not a regular file',
    })
    expect(lstatSync(pipe).isFIFO()).toBe(true)
    expect(readdirSync(folder)).toEqual(['TODO.md'])
  })

  it('should keep mode bits', () => {
    const folder = createTemporaryFolder({ 'TODO.md': 'old' })
    chmodSync(join(folder, 'TODO.md'), 0o754)
    createFileWriter(folder, nodeFileSystem).write([
      { path: 'TODO.md', before: bytes('old'), after: bytes('new') },
    ])
    expect(statSync(join(folder, 'TODO.md')).mode & 0o7777).toBe(0o754)
  })

  it('should write through a symbolic link and leave it a link', () => {
    const folder = createTemporaryFolder({ 'docs/TODO.md': 'old' })
    symlinkSync('docs/TODO.md', join(folder, 'TODO.md'))
    createFileWriter(folder, nodeFileSystem).write([
      { path: 'TODO.md', before: bytes('old'), after: bytes('new') },
    ])
    expect(lstatSync(join(folder, 'TODO.md')).isSymbolicLink()).toBe(true)
    expect(read(folder, 'docs/TODO.md')).toBe('new')
    expect(readdirSync(join(folder, 'docs'))).toEqual(['TODO.md'])
  })

  it('should write a file whose name is as long as a name can be', () => {
    const name = `${'a'.repeat(252)}.md`
    const folder = createTemporaryFolder({ [name]: 'old' })
    createFileWriter(folder, nodeFileSystem).write([
      { path: name, before: bytes('old'), after: bytes('new') },
    ])
    expect(read(folder, name)).toBe('new')
  })

  it('should refuse where a file has changed since it was read', () => {
    const folder = createTemporaryFolder({ 'a.md': 'a', 'b.md': 'changed' })
    const error = catchError(() => {
      createFileWriter(folder, nodeFileSystem).write([
        { path: 'a.md', before: bytes('a'), after: bytes('A') },
        { path: 'b.md', before: bytes('b'), after: bytes('B') },
      ])
    })
    expect(error).toEqual({
      code: 'file-changed',
      message: '`b.md` has changed since it was read',
      help: 'run the command again\nnothing was written',
    })
    expect(readdirSync(folder).sort()).toEqual(['a.md', 'b.md'])
    expect([read(folder, 'a.md'), read(folder, 'b.md')]).toEqual(['a', 'changed'])
  })

  it('should refuse where a file that was to be made is there', () => {
    const folder = createTemporaryFolder({ 'a.md': 'mine' })
    const error = catchError(() => {
      createFileWriter(folder, nodeFileSystem).write([{ path: 'a.md', after: bytes('theirs') }])
    })
    expect(error.code).toBe('file-changed')
    expect(read(folder, 'a.md')).toBe('mine')
  })

  it('should refuse where a file is gone', () => {
    const folder = createTemporaryFolder()
    const error = catchError(() => {
      createFileWriter(folder, nodeFileSystem).write([
        { path: 'a.md', before: bytes('a'), after: bytes('A') },
      ])
    })
    expect(error).toEqual({
      code: 'file-missing',
      message: '`a.md` cannot be written: no such file or folder (ENOENT)',
      help: 'nothing was written',
    })
  })

  it('should make the folders of a new file', () => {
    const folder = createTemporaryFolder()
    createFileWriter(folder, nodeFileSystem).write([
      { path: 'old/2024/a.md', after: bytes('A') },
      { path: 'old/b.md', after: bytes('B') },
    ])
    expect([read(folder, 'old/2024/a.md'), read(folder, 'old/b.md')]).toEqual(['A', 'B'])
  })

  it.each([
    ['mkdirSync', 'EACCES', 2],
    ['openSync', 'ENOSPC', 1],
    ['renameSync', 'EBUSY', 2],
    ['fsyncSync', 'EIO', 3],
    ['fsyncSync', 'EIO', 5],
  ] as const)('should take new folders away again where %s fails', (name, code, time) => {
    const folder = createTemporaryFolder({ 'b.md': 'b' })
    const error = catchError(() => {
      createFileWriter(folder, failing(name, code, time)).write([
        { path: 'old/2024/a.md', after: bytes('A') },
        { path: 'b.md', before: bytes('b'), after: bytes('B') },
      ])
    })
    expect(error.help).toBe('nothing was written')
    expect(readdirSync(folder)).toEqual(['b.md'])
    expect(read(folder, 'b.md')).toBe('b')
  })

  it('should say which new folder it could not take away', () => {
    const folder = createTemporaryFolder()
    const broken: FileSystem = {
      ...failing('renameSync', 'EBUSY'),
      rmdirSync: failing('rmdirSync', 'EACCES').rmdirSync,
    }
    const error = catchError(() => {
      createFileWriter(folder, broken).write([{ path: 'old/a.md', after: bytes('A') }])
    })
    expect(error.help).toBe(
      `\`${join(folder, 'old')}\` could not be removed: permission denied (EACCES)`,
    )
  })

  it('should refuse a folder that is a file, or a link that leads nowhere', () => {
    const folder = createTemporaryFolder({ 'old.md': '' })
    symlinkSync('nowhere', join(folder, 'old'))
    const messages = ['old.md/a.md', 'old/a.md'].map(
      (path) =>
        catchError(() => {
          createFileWriter(folder, nodeFileSystem).write([{ path, after: bytes('A') }])
        }).message,
    )
    expect(messages).toEqual([
      '`old.md/a.md` cannot be written: a part of its path is no folder (ENOTDIR)',
      '`old/a.md` cannot be written: something else is there (EEXIST)',
    ])
    expect(readdirSync(folder).sort()).toEqual(['old', 'old.md'])
  })

  it('should refuse a file that is marked read-only', () => {
    const folder = createTemporaryFolder({ 'a.md': 'a' })
    const error = catchError(() => {
      createFileWriter(folder, failing('accessSync', 'EACCES')).write([
        { path: 'a.md', before: bytes('a'), after: bytes('A') },
      ])
    })
    expect(error.message).toBe('`a.md` cannot be written: permission denied (EACCES)')
    expect(readdirSync(folder)).toEqual(['a.md'])
  })

  it.each([
    ['openSync', 'EROFS', 'the file system is read-only (EROFS)'],
    ['writeSync', 'ENOSPC', 'no space is left on the device (ENOSPC)'],
    ['fchmodSync', 'EPERM', 'the system does not permit it (EPERM)'],
    ['fsyncSync', 'EIO', 'EIO: it was told to'],
    ['readFileSync', 'EACCES', 'permission denied (EACCES)'],
    ['renameSync', 'EBUSY', 'another program holds it (EBUSY)'],
  ] as const)('should leave everything as it was where %s fails', (name, code, reason) => {
    const folder = createTemporaryFolder({ 'a.md': 'a', 'b.md': 'b' })
    const error = catchError(() => {
      createFileWriter(folder, failing(name, code, 2)).write([
        { path: 'a.md', before: bytes('a'), after: bytes('A') },
        { path: 'b.md', before: bytes('b'), after: bytes('B') },
      ])
    })
    expect(error).toEqual({
      code: 'file-io',
      message: `\`b.md\` cannot be written: ${reason}`,
      help: 'nothing was written',
    })
    expect(readdirSync(folder).sort()).toEqual(['a.md', 'b.md'])
    expect([read(folder, 'a.md'), read(folder, 'b.md')]).toEqual(['a', 'b'])
  })

  it('should take a new file away again where a later one fails', () => {
    const folder = createTemporaryFolder({ 'b.md': 'b' })
    const error = catchError(() => {
      createFileWriter(folder, failing('renameSync', 'EBUSY', 2)).write([
        { path: 'a.md', after: bytes('A') },
        { path: 'b.md', before: bytes('b'), after: bytes('B') },
      ])
    })
    expect(error.code).toBe('file-io')
    expect(readdirSync(folder)).toEqual(['b.md'])
  })

  it('should put files back where a folder cannot be flushed', () => {
    const folder = createTemporaryFolder({ 'a.md': 'a' })
    const error = catchError(() => {
      createFileWriter(folder, failing('fsyncSync', 'EIO', 2)).write([
        { path: 'a.md', before: bytes('a'), after: bytes('A') },
      ])
    })
    expect(error.help).toBe('nothing was written')
    expect(read(folder, 'a.md')).toBe('a')
  })

  it('should say what it could not put back', () => {
    const folder = createTemporaryFolder({ 'a.md': 'a', 'b.md': 'b', 'c.md': 'c' })
    let count = 0
    const broken: FileSystem = {
      ...nodeFileSystem,
      renameSync: (from, to) => {
        count++
        if (count > 1) throw Object.assign(new Error('no'), { code: 'EBUSY' })
        nodeFileSystem.renameSync(from, to)
      },
      unlinkSync: () => {
        throw Object.assign(new Error('no'), { code: 'EBUSY' })
      },
    }
    const error = catchError(() => {
      createFileWriter(folder, broken).write([
        { path: 'a.md', before: bytes('a'), after: bytes('A') },
        { path: 'b.md', before: bytes('b'), after: bytes('B') },
      ])
    })
    const lines = error.help.replaceAll(/`[^`]*\.tmp`/gu, '`TEMPORARY`').split('\n')
    expect(lines).toEqual([
      '`TEMPORARY` could not be removed: another program holds it (EBUSY)',
      '`a.md` could not be put back as it was: another program holds it (EBUSY)',
    ])
  })

  it("should let a file become its writer's where its owner cannot be kept", () => {
    const folder = createTemporaryFolder({ 'a.md': 'a' })
    const foreign: FileSystem = {
      ...nodeFileSystem,
      statSync: ((...args: Parameters<typeof nodeFileSystem.statSync>) => {
        const status = nodeFileSystem.statSync(...args)
        return status === undefined ? undefined : Object.assign(status, { uid: 54321 })
      }) as typeof nodeFileSystem.statSync,
      fchownSync: () => {
        throw Object.assign(new Error('no'), { code: 'EPERM' })
      },
    }
    createFileWriter(folder, foreign).write([
      { path: 'a.md', before: bytes('a'), after: bytes('A') },
    ])
    expect(read(folder, 'a.md')).toBe('A')
    const strange = { ...foreign, fchownSync: failing('fchownSync', 'EIO').fchownSync }
    const error = catchError(() => {
      createFileWriter(folder, strange).write([
        { path: 'a.md', before: bytes('A'), after: bytes('B') },
      ])
    })
    expect(error.code).toBe('file-io')
  })

  it('should write in steps where the system takes few bytes at a time', () => {
    const folder = createTemporaryFolder({ 'a.md': 'a' })
    const slow: FileSystem = {
      ...nodeFileSystem,
      writeSync: ((file: number, data: Uint8Array, offset: number) =>
        nodeFileSystem.writeSync(file, data, offset, 1)) as typeof nodeFileSystem.writeSync,
    }
    createFileWriter(folder, slow).write([
      { path: 'a.md', before: bytes('a'), after: bytes('whole') },
    ])
    expect(read(folder, 'a.md')).toBe('whole')
  })

  it('should throw what is no error of the system as it is', () => {
    const folder = createTemporaryFolder({ 'a.md': 'a' })
    mkdirSync(join(folder, 'b.md'))
    writeFileSync(join(folder, 'b.md', 'c'), '')
    const error = catchError(() => {
      createFileWriter(folder, nodeFileSystem).write([
        { path: 'b.md', before: bytes('a'), after: bytes('A') },
      ])
    })
    expect(error.code).toBe('file-io')
  })
})
