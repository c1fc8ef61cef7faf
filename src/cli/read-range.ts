import { CrossoffError } from '../errors.ts'

/** Reads commits as git takes them; throws `usage` for what names a file, or no end at all. */
export function readRange(typed: string | undefined): string | undefined {
  if (typed === undefined || (!FILE.test(typed) && !EMPTY.test(typed))) return typed
  const what = EMPTY.test(typed) ? 'has no commit at either end' : 'names a file'
  throw new CrossoffError('usage', `\`${typed}\` ${what}`, {
    help: 'expected commits, such as `v1.0..HEAD`',
  })
}

/** "HEAD:TODO.md", but not ":/words of a message" and not "HEAD^{/fix: oven}" */
const FILE = /^[^{:]*:(?!\/)/u
/** ".." */
const EMPTY = /^\.{2,3}$/u
