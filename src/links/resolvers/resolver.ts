import type { LinkContext } from '../link-context.ts'
import type { LinkVerdict } from '../link-verdict.ts'
import type { LinkTarget } from '../parse-target.ts'

/** How targets of one form are looked up. */
export interface ResolverDefinition {
  /** One sentence, as the reference shows it. */
  readonly summary: string
  /** Whether a target has the form; the first resolver that takes one has it. */
  accepts(target: LinkTarget): boolean
  /**
   * Looks a target up.
   *
   * @param fromFile The document that the link stands in.
   */
  resolve(target: LinkTarget, fromFile: string, context: LinkContext): LinkVerdict
}
