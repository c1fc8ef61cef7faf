/** What history knows of a dead link. */
export interface Recollection {
  /** What it led to, what became of that, and when. */
  readonly help: string
  /** The target that leads there; absent where what it led to is gone. */
  readonly replacement?: string
}
