import { spawn } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { createTemporaryFolder, gitEnvironment } from '../fakes/temporary-folder.ts'
import { startWebServer, type WebServer } from '../fakes/web-server.ts'

const command = join(import.meta.dirname, '..', '..', 'dist', 'cli', 'crossoff.cjs')
const empty = '{\n  "version": 1\n}\n'

const started: { server?: WebServer } = {}
afterEach(() => started.server?.close())

/** Runs crossoff where half of the pages never come, and ends it when all of them were asked for. */
async function runAndEnd(words: readonly string[], signal: NodeJS.Signals) {
  const asked = new EventEmitter()
  const met = new Set<string>()
  const server = await startWebServer((request, response) => {
    const { host = '' } = request.headers
    if (!hangs(host)) response.end()
    met.add(host)
    if (met.size === 10) setTimeout(() => asked.emit('all'), 200)
  })
  started.server = server
  const names = Array.from({ length: 10 }, (_, index) => `oven-${index}`)
  const access = { connect: server.origin, interval: 0 }
  const hosts = Object.fromEntries(names.map((name) => [`${name}.example.org`, access]))
  const links = names.map((name) => `- [${name}](https://${name}.example.org/)\n`)
  const folder = createTemporaryFolder({
    'TODO.md': `# Ovens\n\n${links.join('')}`,
    'crossoff.config.json': JSON.stringify({ remote: { hosts } }),
    'crossoff.links.json': empty,
  })
  const child = spawn(process.execPath, [command, ...words, '--allow-private'], {
    cwd: folder,
    env: gitEnvironment,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let stderr = ''
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  await once(asked, 'all')
  child.kill(signal)
  await once(child, 'close')
  return { code: child.exitCode, stderr, folder }
}

function hangs(host: string): boolean {
  return /[02468]\./u.test(host)
}

describe('a process that asks the web', () => {
  it.each([
    ['links update', 'SIGINT', 130, 'interrupted'],
    ['links update', 'SIGTERM', 143, 'terminated'],
    ['check --online', 'SIGINT', 130, 'interrupted'],
    ['check --online', 'SIGTERM', 143, 'terminated'],
  ] as const)('should keep what it learnt: %s, %s', async (words, signal, code, word) => {
    const { code: exit, stderr, folder } = await runAndEnd(words.split(' '), signal)
    const [, known] = new RegExp(`^crossoff: ${word}: (\\d) of 10 `, 'u').exec(stderr) ?? []
    expect(exit).toBe(code)
    expect(stderr).toContain('known, which is kept in `crossoff.links.json`\n')
    const ledger = readFileSync(join(folder, 'crossoff.links.json'), 'utf8')
    const kept = [...ledger.matchAll(/oven-\d\.example/gu)].map(([host]) => host)
    expect(kept.length).toBeGreaterThan(0)
    expect(kept).toHaveLength(Number(known))
    expect(kept.filter(hangs)).toEqual([])
    expect(readdirSync(folder)).toHaveLength(3)
  })
})
