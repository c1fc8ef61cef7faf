import type { FileSystem } from './file-system.ts'
import { nameErrors } from './name-errors.ts'
import { writeAll } from './write-all.ts'

/**
 * Writes behind the end of a file, which is made where it is not there; throws `file-io`.
 *
 * @param tail Gives what to write, for the bytes that the file has.
 */
export function appendFile(path: string, tail: (size: number) => string, fs: FileSystem): void {
  nameErrors(path, () => {
    const size = fs.statSync(path, { throwIfNoEntry: false })?.size ?? 0
    const file = fs.openSync(path, 'a')
    try {
      writeAll(file, new TextEncoder().encode(tail(size)), fs)
    } finally {
      fs.closeSync(file)
    }
  })
}
