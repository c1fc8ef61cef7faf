#!/usr/bin/env node
import { version } from '../version.ts'

const words = process.argv.slice(2)

// Asked by scripts and by package managers, so it waits for nothing else to load.
if (words[0] === '--version' || words[0] === '-V') process.stdout.write(`${version}\n`)
else void run()

async function run(): Promise<void> {
  const { useCodeCache } = await import('../adapters/code-cache.ts')
  useCodeCache({ folder: import.meta.dirname, version, environment: process.env })
  const { main } = await import('./main.ts')
  const { createNodeHost } = await import('./node-host.ts')
  process.exitCode = await main(words, createNodeHost())
}
