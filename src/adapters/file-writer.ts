import { dirname, join } from 'node:path'
import { CrossoffError } from '../errors.ts'
import type { FileChange, FileWriter } from '../ports.ts'
import type { FileSystem } from './file-system.ts'
import { makeFolder } from './make-folder.ts'
import { nameErrors } from './name-errors.ts'
import { flushFolder, type StagedFile, stageFile } from './stage-file.ts'
import { reasonOf } from './system-error.ts'

/**
 * Writes files of one repository, all or none.
 *
 * Every file is first written whole beside its original and flushed; only when all of them lie
 * there, and no original has changed meanwhile, is one after the other renamed into place. A
 * process that is killed at any moment leaves each file as it was or as it shall be.
 */
export function createFileWriter(root: string, fs: FileSystem): FileWriter {
  return {
    write: (changes) => {
      const staged: StagedFile[] = []
      const placed: StagedFile[] = []
      const made: string[] = []
      try {
        for (const change of changes) {
          makeHome(root, change, made, fs)
          staged.push(stageFile(root, change, fs))
        }
        for (const file of staged) checkUnchanged(file, fs)
        for (const file of staged) {
          nameErrors(file.change.path, () => {
            fs.renameSync(file.temporary, file.target)
          })
          placed.push(file)
        }
        for (const folder of made) flushFolder(dirname(folder), folder, fs)
        for (const { target, change } of staged) flushFolder(dirname(target), change.path, fs)
      } catch (cause) {
        const left = [
          ...staged.slice(placed.length).flatMap((file) => removeStaged(file, fs)),
          ...placed.reverse().flatMap((file) => restore(root, file, fs)),
          ...made.reverse().flatMap((folder) => removeFolder(folder, fs)),
        ]
        throw explain(cause, left)
      }
    },
  }
}

/** A file that is new may stand in a folder that is. */
function makeHome(root: string, change: FileChange, made: string[], fs: FileSystem): void {
  if (change.before !== undefined) return
  nameErrors(change.path, () => {
    makeFolder(dirname(join(root, change.path)), made, fs)
  })
}

function checkUnchanged(file: StagedFile, fs: FileSystem): void {
  const { path, before } = file.change
  const now = nameErrors(path, () => readIfThere(file.target, fs))
  if (before === undefined ? now === undefined : now !== undefined && isEqual(before, now)) return
  throw new CrossoffError('file-changed', `\`${path}\` has changed since it was read`, {
    help: 'run the command again',
  })
}

function readIfThere(target: string, fs: FileSystem): Uint8Array | undefined {
  const isThere = fs.statSync(target, { throwIfNoEntry: false }) !== undefined
  return isThere ? fs.readFileSync(target) : undefined
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0
}

/** Gives what could not be cleaned up, in words: the first error is the one to report. */
function removeStaged(file: StagedFile, fs: FileSystem): string[] {
  try {
    fs.unlinkSync(file.temporary)
    return []
  } catch (cause) {
    return [`\`${file.temporary}\` could not be removed: ${reasonOf(cause)}`]
  }
}

function removeFolder(folder: string, fs: FileSystem): string[] {
  try {
    fs.rmdirSync(folder)
    return []
  } catch (cause) {
    return [`\`${folder}\` could not be removed: ${reasonOf(cause)}`]
  }
}

function restore(root: string, file: StagedFile, fs: FileSystem): string[] {
  const { path, before, after } = file.change
  try {
    if (before === undefined) fs.unlinkSync(file.target)
    else
      fs.renameSync(
        stageFile(root, { path, before: after, after: before }, fs).temporary,
        file.target,
      )
    return []
  } catch (cause) {
    return [`\`${path}\` could not be put back as it was: ${reasonOf(cause)}`]
  }
}

function explain(cause: unknown, left: readonly string[]): unknown {
  if (!(cause instanceof CrossoffError)) return cause
  const outcome = left.length === 0 ? ['nothing was written'] : left
  const help = [cause.help, ...outcome].filter((line) => line !== '').join('\n')
  return new CrossoffError(cause.code, cause.message, { help, cause })
}
