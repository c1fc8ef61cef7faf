import { spawnSync } from 'node:child_process'
import { performance } from 'node:perf_hooks'

/**
 * Runs commands in turn, so that a machine that grows slower is so for all, and gives the median time
 * of each.
 *
 * @param {Record<string, { command: readonly string[], cwd: string, input?: Buffer, before?: () => void }>} commands
 * @param {number} rounds
 * @returns {Record<string, number>} Milliseconds, by the names of the commands.
 */
export function measureCommands(commands, rounds) {
  // A certificate store of one's own makes Node start four times slower.
  const environment = { ...process.env }
  delete environment.NODE_EXTRA_CA_CERTS
  /** @type {Record<string, number[]>} */
  const times = {}
  for (let round = 0; round <= rounds; round++) {
    for (const [name, { command, cwd, input, before }] of Object.entries(commands)) {
      before?.()
      const [program = '', ...args] = command
      const start = performance.now()
      const { status, error } = spawnSync(program, args, {
        cwd,
        env: environment,
        input: input ?? '',
        stdio: ['pipe', 'ignore', 'inherit'],
      })
      const time = performance.now() - start
      if (error !== undefined || status !== 0) throw error ?? new Error(`\`${name}\` failed`)
      // The first round warms the caches of the system.
      if (round > 0) (times[name] ??= []).push(time)
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)]))
}

/** @param {readonly number[]} numbers */
function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
