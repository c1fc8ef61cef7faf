import { changesets } from './changesets.ts'
import { changie } from './changie.ts'
import type { FragmentTool } from './fragment-tool.ts'
import { reno } from './reno.ts'
import { scriv } from './scriv.ts'
import { towncrier } from './towncrier.ts'

/** The tools that make a changelog of one file a change, by the word that users type. */
export const fragmentTools = {
  changesets,
  towncrier,
  changie,
  scriv,
  reno,
} satisfies Record<string, FragmentTool>

/** The word for a tool of fragments. */
export type FragmentToolName = keyof typeof fragmentTools

/** Tells whether a word names a tool of fragments. */
export function isFragmentToolName(word: string): word is FragmentToolName {
  return Object.hasOwn(fragmentTools, word)
}
