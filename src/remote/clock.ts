/** Time, as it passes. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Waits so many milliseconds. */
  sleep(milliseconds: number): Promise<void>
}
