import { createHook } from 'node:async_hooks'

/** What this process tries to connect to. */
export interface ConnectionRecord {
  /** Addresses and ports, `127.0.0.1 8080`, in the order of the attempts. */
  list(): string[]
  stop(): void
}

/**
 * Records each attempt of this process to connect by TCP, whether or not anybody listens there.
 *
 * Node makes a `TCPCONNECTWRAP` for each call of the system's `connect`, and for nothing else.
 */
export function recordConnections(): ConnectionRecord {
  const attempts: object[] = []
  const hook = createHook({
    init: (_, type, __, resource) => {
      if (type === 'TCPCONNECTWRAP') attempts.push(resource)
    },
  }).enable()
  return {
    // The address is set only after the hook has run.
    list: () => attempts.map((each) => `${String(Reflect.get(each, 'address'))} ${readPort(each)}`),
    stop: () => hook.disable(),
  }
}

function readPort(attempt: object): string {
  return String(Reflect.get(attempt, 'port'))
}
