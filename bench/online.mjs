// How long `check --online` takes for 5,000 links to 50 hosts, beside the best that the limits of the hosts
// allow, and how much memory. All hosts are one server on loopback, which also measures how fast each is met.
// Needs dist/ (`npm run build`).
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'

const crossoff = fileURLToPath(new URL('../dist/cli/crossoff.cjs', import.meta.url))
const [links = 5000, hosts = 50, interval = 100] = process.argv.slice(2).map(Number)

/** @type {Map<string, number[]>} */
const met = new Map()
const filler = '<p>Bread of yesterday.</p>'.repeat(400)
const server = createServer(({ headers, url = '' }, response) => {
  const host = headers.host ?? ''
  const times = met.get(host) ?? []
  met.set(host, times)
  times.push(performance.now())
  response.writeHead(200, { 'content-type': 'text/html' })
  response.end(`<title>Oven</title>${filler}<h2 id="bread-${url.slice(1)}">Bread</h2>${filler}`)
})
await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
const address = server.address()
const port = typeof address === 'object' && address !== null ? address.port : 0

const folder = mkdtempSync(join(tmpdir(), 'crossoff-bench-'))
try {
  writeDocuments(folder)
  const { time, memory, output } = await check(folder)
  report(time, memory, output)
} finally {
  rmSync(folder, { recursive: true, force: true })
  server.close()
}

/** @param {string} folder */
function writeDocuments(folder) {
  // Every other link has a fragment: its page is read, the others' heads are enough.
  const lines = Array.from({ length: links }, (_, at) => {
    const fragment = at % (2 * hosts) < hosts ? `#bread-${at}` : ''
    return `- [ ] [loaf ${at}](http://oven-${at % hosts}.example.org/${at}${fragment})`
  })
  const names = Array.from({ length: hosts }, (_, at) => `oven-${at}.example.org`)
  const access = { connect: `http://127.0.0.1:${port}`, interval }
  const remote = { hosts: Object.fromEntries(names.map((name) => [name, access])) }
  writeFileSync(join(folder, 'TODO.md'), `# Bakery\n\n${lines.join('\n')}\n`)
  writeFileSync(join(folder, 'crossoff.config.json'), JSON.stringify({ remote }))
  writeFileSync(join(folder, 'crossoff.links.json'), '{\n  "version": 1\n}\n')
}

/**
 * Runs a check; its memory is the most that the process itself says it had.
 *
 * @param {string} cwd
 * @returns {Promise<{ time: number, memory: number, output: string }>} Milliseconds and MiB.
 */
async function check(cwd) {
  const environment = { ...process.env }
  for (const name of ['NODE_EXTRA_CA_CERTS', 'HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy'])
    delete environment[name]
  const hook = join(cwd, 'memory.cjs')
  writeFileSync(
    hook,
    "process.on('exit', () => require('fs').writeSync(2, `\\nRSS ${process.resourceUsage().maxRSS}\\n`))",
  )
  const start = performance.now()
  const child = spawn(
    process.execPath,
    ['--require', hook, crossoff, 'check', '--online', '--allow-private'],
    { cwd, env: environment, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (/** @type {Buffer} */ chunk) => (output += chunk.toString()))
  const code = await new Promise((resolve) => child.on('close', resolve))
  const time = performance.now() - start
  if (code !== 0) throw new Error(output)
  return { time, memory: Number(/RSS (\d+)/u.exec(output)?.[1]) / 1024, output }
}

/**
 * @param {number} time
 * @param {number} memory
 * @param {string} output
 */
function report(time, memory, output) {
  const counts = [...met.values()].map((times) => times.length)
  const best = (Math.max(...counts) - 1) * interval
  const gaps = [...met.values()].flatMap((times) =>
    times.slice(1).map((each, index) => each - (times[index] ?? 0)),
  )
  const requests = counts.reduce((sum, count) => sum + count, 0)
  const rates = [...met.values()].map(
    (times) => ((times.at(-1) ?? 0) - (times[0] ?? 0)) / (times.length - 1),
  )
  console.log(`${links} links to ${hosts} hosts, ${interval} ms apart: ${requests} requests`)
  console.log(`  ${output.split('\n')[0]}`)
  console.log(
    `  ${(time / 1000).toFixed(1)} s = ${(time / best).toFixed(2)} × the best that the limits allow; ${memory.toFixed(0)} MiB at most`,
  )
  console.log(
    `  a host was met every ${Math.min(...rates).toFixed(1)} ms on average at the fastest; the shortest gap was ${Math.min(...gaps).toFixed(1)} ms`,
  )
}
