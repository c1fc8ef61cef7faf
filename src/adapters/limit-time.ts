/** A signal for one piece of work. */
export interface TimeLimit {
  /** Comes when the time is over, or with the signal of all work. */
  readonly signal: AbortSignal
  /** Is to be called when the work is done. */
  release(): void
}

/**
 * Makes a signal that comes after some milliseconds, or with another one.
 *
 * Not by `AbortSignal.any`: a signal that outlives thousands of requests would remember each of them.
 */
export function limitTime(milliseconds: number, all?: AbortSignal): TimeLimit {
  const controller = new AbortController()
  const end = (): void => {
    controller.abort(all?.reason)
  }
  const timer = setTimeout(() => {
    controller.abort(new DOMException('it took too long', 'TimeoutError'))
  }, milliseconds)
  if (all?.aborted === true) end()
  else all?.addEventListener('abort', end)
  return {
    signal: controller.signal,
    release: () => {
      clearTimeout(timer)
      all?.removeEventListener('abort', end)
    },
  }
}
