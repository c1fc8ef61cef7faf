/** Time, as it passes. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Waits so many milliseconds, or until the signal comes. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>
}
