import type { LinkContext } from './link-context.ts'
import { type LinkVerdict, toUnknown } from './link-verdict.ts'
import { type LinkTarget, parseTarget } from './parse-target.ts'
import { resolvers } from './resolvers/index.ts'

/**
 * Looks up what a link's target leads to.
 *
 * @param url The target as a renderer takes it, escapes decoded: a link's `url`.
 * @param fromFile The document that the link stands in, from the repository's root.
 */
export function resolveTarget(url: string, fromFile: string, context: LinkContext): LinkVerdict {
  return resolve(parseTarget(url), fromFile, context)
}

/** Looks up what a reference's target, a URL or a path from the repository's root, leads to. */
export function resolveReference(
  target: string,
  fromFile: string,
  context: LinkContext,
): LinkVerdict {
  return resolve(parseTarget(target, true), fromFile, context)
}

function resolve(target: LinkTarget, fromFile: string, context: LinkContext): LinkVerdict {
  for (const resolver of Object.values(resolvers)) {
    if (resolver.accepts(target)) return resolver.resolve(target, fromFile, context)
  }
  return toUnknown('no resolver takes the target')
}
