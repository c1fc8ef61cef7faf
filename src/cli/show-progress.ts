import type { Ports } from '../workflows/ports.ts'
import type { Host } from './host.ts'

/** Nobody wants to be told of work that is done before they look. */
const PATIENCE = 1000
const INTERVAL = 100

/** Shows how far long work is, on one line of standard error that clears itself; on a terminal only. */
export function showProgress(host: Host): Ports['progress'] {
  if (!host.isTerminal(2)) return () => undefined
  const start = host.now()
  let shown = start + PATIENCE - INTERVAL
  let isShown = false
  return (work, done, total) => {
    const now = host.now()
    if (done >= total) {
      if (isShown) host.write(2, CLEAR_LINE)
      isShown = false
    } else if (now - shown >= INTERVAL) {
      host.write(2, `${CLEAR_LINE}${work} ${done} of ${total}`)
      shown = now
      isShown = true
    }
  }
}

const CLEAR_LINE = '\r\u001b[K'
