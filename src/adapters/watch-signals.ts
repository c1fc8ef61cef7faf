import type { InterruptName, Interruption } from '../remote/interruption.ts'

/** What tells of the signals that a process gets. */
export interface SignalSource {
  on(signal: string, listener: () => void): unknown
  off(signal: string, listener: () => void): unknown
}

/** Watches for the wish to end a run; the second time, it ends the process as it always does. */
export function watchSignals(source: SignalSource): Interruption {
  const controller = new AbortController()
  let found: InterruptName | undefined
  const listeners = SIGNALS.map(({ signal, name }) => ({
    signal,
    listener: () => {
      found = name
      release()
      controller.abort()
    },
  }))
  const release = (): void => {
    for (const { signal, listener } of listeners) source.off(signal, listener)
  }
  for (const { signal, listener } of listeners) source.on(signal, listener)
  return { signal: controller.signal, name: () => found, release }
}

const SIGNALS = [
  { signal: 'SIGINT', name: 'interrupted' },
  { signal: 'SIGTERM', name: 'terminated' },
] as const
