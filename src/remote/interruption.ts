/** How a run was ended: by Ctrl-C, or as a system does. */
export type InterruptName = 'interrupted' | 'terminated'

/** A run that can be ended without losing what it learnt. */
export interface Interruption {
  /** Comes with the wish to end. */
  readonly signal: AbortSignal
  /** How the run was ended; `undefined` where it was not. */
  name(): InterruptName | undefined
  /** Watches no longer: from then on Ctrl-C ends the process at once. */
  release(): void
}
