import { add } from './add.ts'
import { archive } from './archive.ts'
import { demote } from './demote.ts'
import { done } from './done.ts'
import { drop } from './drop.ts'
import { edit } from './edit.ts'
import { move } from './move.ts'
import type { AnyOperation } from './operation.ts'
import { promote } from './promote.ts'
import { rename } from './rename.ts'
import { reopen } from './reopen.ts'
import { splice } from './splice.ts'

/** The operations, by the word that plans and the command line know them by. */
export const operations = {
  add,
  archive,
  demote,
  done,
  drop,
  edit,
  move,
  promote,
  rename,
  reopen,
  splice,
} satisfies Record<string, AnyOperation>

/** The name of an operation. */
export type OperationName = keyof typeof operations
