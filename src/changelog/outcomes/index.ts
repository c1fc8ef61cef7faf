import { archived } from './archived.ts'
import { checked } from './checked.ts'
import { code } from './code.ts'
import { kept } from './kept.ts'
import { marked } from './marked.ts'
import type { OutcomeRule } from './outcome-rule.ts'
import { rehomed } from './rehomed.ts'
import { returned } from './returned.ts'
import { reworked } from './reworked.ts'
import { taken } from './taken.ts'
import { ticked } from './ticked.ts'
import { trailer } from './trailer.ts'
import { words } from './words.ts'
import { work } from './work.ts'

/** The ways to tell what became of an item, in the order in which they are asked. */
export const outcomeRules = {
  returned,
  trailer,
  marked,
  rehomed,
  taken,
  kept,
  code,
  ticked,
  words,
  checked,
  archived,
  reworked,
  work,
} satisfies Record<string, OutcomeRule>
