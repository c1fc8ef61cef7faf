import { CrossoffError } from '../errors.ts'
import { hasCode, reasonOf } from './system-error.ts'

/** Does something with a file; what the system refuses becomes an error that names the file. */
export function nameErrors<Value>(path: string, act: () => Value): Value {
  try {
    return act()
  } catch (cause) {
    if (cause instanceof CrossoffError) throw cause
    const isMissing = hasCode(cause, 'ENOENT')
    throw new CrossoffError(
      isMissing ? 'file-missing' : 'file-io',
      `\`${path}\` cannot be written: ${reasonOf(cause)}`,
      { cause },
    )
  }
}
