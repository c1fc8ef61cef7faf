/** Places that only so many can have at the same time. */
export interface Places {
  /** Waits for a place. */
  enter(): Promise<void>
  /** Gives a place back. */
  leave(): void
}

/** Makes places; who waits longest has the next one. */
export function createPlaces(count: number): Places {
  const waiting: (() => void)[] = []
  let taken = 0
  return {
    enter: async () => {
      if (taken < count) taken++
      // Who leaves hands the place on.
      else await new Promise<void>((resolve) => waiting.push(resolve))
    },
    leave: () => {
      const first = waiting.shift()
      if (first === undefined) taken--
      else first()
    },
  }
}
