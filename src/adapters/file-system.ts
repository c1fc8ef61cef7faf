import * as fs from 'node:fs'

/** The calls of `node:fs` that the writer makes; tests give one that fails where they want it to. */
export type FileSystem = Pick<
  typeof fs,
  | 'accessSync'
  | 'closeSync'
  | 'fchmodSync'
  | 'fchownSync'
  | 'fsyncSync'
  | 'mkdirSync'
  | 'openSync'
  | 'readFileSync'
  | 'realpathSync'
  | 'renameSync'
  | 'rmdirSync'
  | 'statSync'
  | 'unlinkSync'
  | 'writeSync'
>

/** The file system of this machine. */
export const nodeFileSystem: FileSystem = fs
