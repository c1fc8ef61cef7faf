import type { Anchor } from './anchor.ts'
import type { RuleCode } from './rules.ts'
import type { SlugsName } from './slugs/index.ts'

/** What a target was found to be. */
interface Evidence {
  /** The file or directory in the repository that the target means. */
  readonly file?: string
  /** The anchor in that file. */
  readonly anchor?: Anchor
}

/** The target is there. */
export interface AliveVerdict extends Evidence {
  readonly status: 'alive'
}

/** What a link names, and the repository does not have. */
export interface LostTarget {
  /** Path from the repository's root. */
  readonly file: string
  /** The anchor that the file lacks; absent where the file itself is gone. */
  readonly anchor?: NamedAnchor
}

/** A fragment, and whose rules make the anchors that it names one of. */
export interface NamedAnchor {
  /** Decoded, without `#`. */
  readonly fragment: string
  readonly slugs: SlugsName
}

/** The target is not there. */
export interface DeadVerdict extends Evidence {
  readonly status: 'dead'
  readonly code: RuleCode
  /** What of the target is wrong: all of it, or the fragment with its `#`. */
  readonly part: 'target' | 'fragment'
  /** What is wrong, in one line. */
  readonly message: string
  /** What history may know of; absent where that is not one thing. */
  readonly lost?: LostTarget
  /** What was probably meant. */
  readonly help?: string
  /** What should stand for the part that is wrong; only where it is as good as certain. */
  readonly replacement?: string
}

/** The target is there, and should be written otherwise, or be looked at. */
export interface MovedVerdict extends Evidence {
  readonly status: 'moved'
  readonly code: RuleCode
  readonly part: 'target'
  readonly message: string
  readonly help: string
  /** What should stand for the target; absent where that depends on what stands around the link. */
  readonly replacement?: string
}

/** Nobody can tell from the repository alone. */
export interface UnknownVerdict extends Evidence {
  readonly status: 'unknown'
  readonly reason: string
  /** Whether only the network could tell: an address on the web without an origin. */
  readonly isRemote: boolean
}

/** What is known of a link's target. */
export type LinkVerdict = AliveVerdict | MovedVerdict | DeadVerdict | UnknownVerdict

/** Gives a verdict that nobody can tell. */
export function toUnknown(reason: string, file?: string): UnknownVerdict {
  return { status: 'unknown', reason, isRemote: false, ...(file === undefined ? {} : { file }) }
}
