import { dirname } from 'node:path'
import type { FileSystem } from './file-system.ts'

/** Makes a folder with those above it; what was made is put behind `made`, outermost first. */
export function makeFolder(folder: string, made: string[], fs: FileSystem): void {
  if (fs.statSync(folder, { throwIfNoEntry: false }) !== undefined) return
  makeFolder(dirname(folder), made, fs)
  // One by one, so that it is known what to take away again.
  fs.mkdirSync(folder)
  made.push(folder)
}
