import { constants, type Stats } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { FileChange } from '../ports.ts'
import type { FileSystem } from './file-system.ts'
import { hasCode } from './system-error.ts'
import { nameErrors } from './name-errors.ts'
import { refuseSpecial } from './refuse-special.ts'
import { writeAll } from './write-all.ts'

/** A file that lies whole beside the one that it shall replace. */
export interface StagedFile {
  readonly change: FileChange
  /** The file to replace, symbolic links resolved, so that a link stays one. */
  readonly target: string
  readonly temporary: string
}

/** Writes a change's bytes beside its target, with the target's mode and owner, and flushes them. */
export function stageFile(root: string, change: FileChange, fs: FileSystem): StagedFile {
  return nameErrors(change.path, () => {
    const target = resolveTarget(join(root, change.path), change, fs)
    const temporary = join(dirname(target), temporaryName(basename(target)))
    const status = change.before === undefined ? undefined : fs.statSync(target)
    // Renaming needs no right to the file itself: one that is marked read-only is respected here.
    if (status !== undefined) {
      fs.accessSync(target, constants.W_OK)
      refuseSpecial(change.path, status)
    }
    const file = fs.openSync(temporary, 'wx', 0o666)
    try {
      writeAll(file, change.after, fs)
      if (status !== undefined) copyRights(file, status, fs)
      fs.fsyncSync(file)
    } catch (cause) {
      fs.closeSync(file)
      fs.unlinkSync(temporary)
      throw cause
    }
    fs.closeSync(file)
    return { change, target, temporary }
  })
}

/**
 * Flushes a folder in which a name is new, so that the name lasts.
 *
 * @param name What to call it in errors.
 */
export function flushFolder(path: string, name: string, fs: FileSystem): void {
  // Windows has no folder that could be opened.
  if (process.platform === 'win32') return
  nameErrors(name, () => {
    const folder = fs.openSync(path, 'r')
    try {
      fs.fsyncSync(folder)
    } finally {
      fs.closeSync(folder)
    }
  })
}

function resolveTarget(path: string, change: FileChange, fs: FileSystem): string {
  if (change.before !== undefined) return fs.realpathSync(path)
  return join(fs.realpathSync(dirname(path)), basename(path))
}

/** A name has 255 bytes at most, so a long one is cut. */
function temporaryName(name: string): string {
  const random = Math.random().toString(36).slice(2, 10)
  return `.${name.slice(0, 50)}.crossoff-${process.pid}-${random}.tmp`
}

function copyRights(file: number, status: Stats, fs: FileSystem): void {
  const isOwn = status.uid === process.getuid?.() && status.gid === process.getgid?.()
  if (!isOwn && process.platform !== 'win32') copyOwner(file, status, fs)
  // Behind the owner: a change of owner clears the set-user and set-group bits.
  fs.fchmodSync(file, status.mode & 0o7777)
}

function copyOwner(file: number, status: Stats, fs: FileSystem): void {
  try {
    fs.fchownSync(file, status.uid, status.gid)
  } catch (cause) {
    // Only root may give files away; to everybody else the file becomes theirs, as in any editor.
    if (!hasCode(cause, 'EPERM')) throw cause
  }
}
