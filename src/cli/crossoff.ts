#!/usr/bin/env node
import { version } from '../version.ts'

const words = process.argv.slice(2)

// Asked by scripts and by package managers, so it waits for nothing else to load.
if (words[0] === '--version' || words[0] === '-V') process.stdout.write(`${version}\n`)
else void run()

/** Exit codes above tell of a signal. */
const SIGNALLED = 128

async function run(): Promise<void> {
  const { useCodeCache } = await import('../adapters/code-cache.ts')
  useCodeCache({ folder: import.meta.dirname, version, environment: process.env })
  const { main } = await import('./main.ts')
  const { createNodeHost } = await import('./node-host.ts')
  const code = await main(words, createNodeHost())
  process.exitCode = code
  // Nobody who ends a run waits for what cannot be ended, such as the lookup of a name.
  if (code > SIGNALLED) process.exit()
}
