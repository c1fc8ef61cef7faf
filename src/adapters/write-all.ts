import type { FileSystem } from './file-system.ts'

/** Writes bytes to an open file, however many the system takes at a time. */
export function writeAll(file: number, bytes: Uint8Array, fs: FileSystem): void {
  for (let written = 0; written < bytes.length;) {
    written += fs.writeSync(file, bytes, written, bytes.length - written)
  }
}
