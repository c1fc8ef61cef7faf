import { shortHash } from '../document/hash-item.ts'
import type { Plan } from '../plans/plan.ts'
import { dropGone } from './drop-gone.ts'
import { findDependencies } from './find-dependencies.ts'
import { placeItems } from './place-items.ts'
import { releaseHeld } from './release-held.ts'
import { Replay, type ReplaySources } from './replay.ts'
import { rewriteItems } from './rewrite-items.ts'
import { spliceRest } from './splice-rest.ts'

/** A plan that leads from one revision to another, and how it does. */
export interface ReplayPlan {
  readonly plan: Plan
  /** How many of the plan's operations are named ones, and how many are splices. */
  readonly coverage: { readonly operations: number; readonly splices: number }
  /**
   * For each operation the places in the plan, from 0, of the earlier ones that it depends on; all
   * others may as well be done behind it.
   */
  readonly dependencies: readonly (readonly number[])[]
}

/** What gave a home to others can go when they have left, and what was added may lack a part. */
const STEPS = [dropGone, releaseHeld, rewriteItems, placeItems, dropGone, rewriteItems]

/**
 * Plans the operations that make one revision of a document of another, byte for byte.
 *
 * Each is rehearsed, so that the plan is certain to be applied: what is gone is dropped, what is
 * still there is rewritten, then all is put in its place and what is new is added. Whatever then
 * still differs, the layout mostly, is spliced; and so is what there is no time to rehearse, in a
 * document of megabytes.
 */
export function planReplay(sources: ReplaySources): ReplayPlan {
  const replay = new Replay(sources)
  for (const step of STEPS) if (!replay.isSpent) step(replay)
  const splices = spliceRest(
    { text: replay.stage.document.source.text, hasBom: sources.old.source.hasBom },
    sources.new.source,
  )
  return {
    plan: {
      version: 1,
      operations: [...replay.operations, ...splices],
      result: shortHash(sources.new.source.text),
    },
    coverage: { operations: replay.operations.length, splices: splices.length },
    dependencies: [
      ...findDependencies(replay.footprints),
      // A splice counts characters, so that it depends on all before it.
      ...splices.map((_, index) => [...Array(replay.operations.length + index).keys()]),
    ],
  }
}
