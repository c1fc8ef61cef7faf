import type { Severity } from '../diagnostic.ts'
import type { Link } from '../document/link.ts'
import type { Span } from '../text/span.ts'
import type { KeptAnchor } from './kept-anchor.ts'
import type { RuleCode } from './rules.ts'

/** What a check found in one document, before the config and the ignores have their say. */
export interface Finding {
  readonly code: RuleCode
  /** The characters that are wrong. */
  readonly span: Span
  readonly message: string
  readonly help?: string
  /** What should stand there; absent where that is not certain. */
  readonly replacement?: string
  /** What mends it in the heading that the link means, so that the link can stay. */
  readonly kept?: KeptAnchor
  /** How much it matters where that is less than its rule says. */
  readonly severity?: Severity
  /** The file that history may know of; absent where that is not one thing. */
  readonly lost?: string
  /** The link that does not lead where it should; absent where the finding is about no target. */
  readonly link?: Link
}
