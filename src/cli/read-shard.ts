import { CrossoffError } from '../errors.ts'
import type { Shard } from '../workflows/shard.ts'
import type { Arguments } from './arguments.ts'
import { refuseContradictions } from './refuse-contradictions.ts'

/** Reads which part of a check is asked for, such as `2/7`; throws `usage` where it is none. */
export function readShard(word: string, given: Arguments): Shard {
  refuseContradictions(
    given,
    [{ flag: 'shard', excludes: ['fix', 'write-baseline', 'staged'] }],
    [],
  )
  const [, first = '', second = ''] = SHARD.exec(word) ?? []
  const [index, count] = [Number(first), Number(second)]
  if (index >= 1 && index <= count) return { index, count }
  throw new CrossoffError('usage', `\`${word}\` names no shard`, {
    help: 'expected a number of as many as there are, from `1/7` to `7/7`',
  })
}

/** "2/7" */
const SHARD = /^(\d{1,4})\/(\d{1,4})$/u
