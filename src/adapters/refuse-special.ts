import type { Stats } from 'node:fs'
import { CrossoffError } from '../errors.ts'

/**
 * Throws `file-io` where a file that shall be written is a device or a pipe.
 *
 * What is renamed over one takes its place, for everybody: `/dev/null` would be a file.
 */
export function refuseSpecial(path: string, status: Stats): void {
  if (status.isFile()) return
  throw new CrossoffError('file-io', `\`${path}\` cannot be written: it is not a regular file`)
}
