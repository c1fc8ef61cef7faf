import { CrossoffError } from '../errors.ts'
import type { Ports } from './ports.ts'

/** Throws `file-io` where a document cannot be made, since something else is there already. */
export function requireNewFile(file: string, ports: Ports): void {
  if (ports.tree.kindOf(file) === 'directory')
    throw refusal(`\`${file}\` is a folder`, 'a document')
  const segments = file.split('/')
  for (let length = 1; length < segments.length; length++) {
    const folder = segments.slice(0, length).join('/')
    if (ports.tree.kindOf(folder) === 'file') throw refusal(`\`${folder}\` is a file`, 'a folder')
  }
  // What git ignores is no document of the repository, but there all the same.
  if (ports.readReplaced(file) === undefined) return
  throw new CrossoffError('file-io', `\`${file}\` is there, but git ignores it`, {
    help: 'let git know it, or name another document',
  })
}

function refusal(found: string, expected: string): CrossoffError {
  return new CrossoffError('file-io', `${found}; expected ${expected}`)
}
