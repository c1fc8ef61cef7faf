import type { LinkContext } from './link-context.ts'
import type { AliveVerdict, LinkVerdict } from './link-verdict.ts'
import { type FragmentTarget, proveFragment } from './prove-fragment.ts'
import type { SlugsName } from './slugs/index.ts'

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
  const found = verdicts.find((each) => each.verdict.status === 'dead')
  if (found?.verdict.status !== 'dead') return verdict
  if (verdicts.every((each) => each.verdict.status === 'dead')) return verdict
  const { replacement, lost, ...rest } = found.verdict
  const alive = verdicts.flatMap((each) => (each.verdict.status === 'alive' ? [each.verdict] : []))
  const states = verdicts.map((each) => `${each.verdict.status} on ${each.slugs}`)
  const help = nameTwin(found.slugs, alive[0], target, context)
  return {
    ...rest,
    message: `${rest.message} (${states.join(', ')})`,
    ...(help === undefined ? {} : { help }),
    ...(isHarmless(
      replacement,
      verdicts.map((each) => each.verdict),
    )
      ? { replacement }
      : {}),
  }
}

/** What mends it on one may break it on another. */
function isHarmless(
  replacement: string | undefined,
  verdicts: readonly LinkVerdict[],
): replacement is string {
  return (
    replacement !== undefined &&
    verdicts.every((each) =>
      each.status === 'dead'
        ? each.replacement === replacement
        : each.anchor?.anchor === replacement.slice('#'.length),
    )
  )
}

/** Says what a renderer makes of the heading to which the fragment leads on another. */
function nameTwin(
  slugs: SlugsName,
  alive: AliveVerdict | undefined,
  { file, isOwn }: FragmentTarget,
  context: LinkContext,
): string | undefined {
  if (alive?.anchor === undefined) return undefined
  const { title, line, span } = alive.anchor
  const twin = context.anchors(file, slugs)?.anchors.find((each) => each.span.start === span.start)
  const place = isOwn ? `line ${line}` : `${file}:${line}`
  return twin === undefined
    ? `${slugs} gives “${title}” no anchor (${place})`
    : `“${title}” is \`#${twin.anchor}\` on ${slugs} (${place})`
}
