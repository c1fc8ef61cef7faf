import type { LinkContext } from './link-context.ts'
import type { LinkVerdict } from './link-verdict.ts'
import { type FragmentTarget, proveFragment } from './prove-fragment.ts'

/**
 * Proves a fragment by the rules of every renderer that a document has: it is dead where one of them
 * gives no such anchor, and its verdict says what it is on each.
 */
export function proveForAll(target: FragmentTarget, context: LinkContext): LinkVerdict {
  const verdict = proveFragment(target, context)
  const others = target.isOfOrigin ? [] : context.otherSlugsOf(target.file)
  if (others.length === 0) return verdict
  const verdicts = [
    { slugs: target.slugs, verdict },
    ...others.map((slugs) => ({ slugs, verdict: proveFragment({ ...target, slugs }, context) })),
  ]
  const dead = verdicts.map((each) => each.verdict).find((each) => each.status === 'dead')
  if (dead === undefined || verdicts.every((each) => each.verdict.status === 'dead')) return verdict
  // What mends it on one may break it on another.
  const { replacement, ...rest } = dead
  const states = verdicts.map((each) => `${each.verdict.status} on ${each.slugs}`)
  return { ...rest, message: `${dead.message} (${states.join(', ')})` }
}
