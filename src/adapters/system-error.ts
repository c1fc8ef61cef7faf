/** What the system's error codes mean to somebody whose file they stop. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EBUSY: 'another program holds it',
  EDQUOT: 'the disk quota is used up',
  EEXIST: 'something else is there',
  EISDIR: 'it is a folder',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'the name is too long',
  ENOENT: 'no such file or folder',
  ENOSPC: 'no space is left on the device',
  ENOTDIR: 'a part of its path is no folder',
  EPERM: 'the system does not permit it',
  EROFS: 'the file system is read-only',
}

/** Tells whether an error of the system has a code, such as `ENOENT`. */
export function hasCode(cause: unknown, code: string): boolean {
  return codeOf(cause) === code
}

/** Says in words why the system refused, with its code. */
export function reasonOf(cause: unknown): string {
  const code = codeOf(cause)
  const words = code === undefined ? undefined : REASONS[code]
  if (words !== undefined) return `${words} (${code ?? ''})`
  return cause instanceof Error ? cause.message : String(cause)
}

function codeOf(cause: unknown): string | undefined {
  if (typeof cause !== 'object' || cause === null || !('code' in cause)) return undefined
  return typeof cause.code === 'string' ? cause.code : undefined
}
