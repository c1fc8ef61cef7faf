// How long `crossoff log` takes beside git alone, over a history of a thousand revisions: alone in its
// repository, and among twenty times as many commits of other files. Needs dist/ (`npm run build`).
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeHistory } from './make-history.mjs'
import { measureCommands } from './measure.mjs'

const crossoff = fileURLToPath(new URL('../dist/cli/crossoff.cjs', import.meta.url))
const [revisions = 1000, rounds = 9] = process.argv.slice(2).map(Number)

for (const others of [0, 20]) {
  const folder = mkdtempSync(join(tmpdir(), 'crossoff-bench-'))
  try {
    await makeHistory(folder, { revisions, sections: 8, seed: 1, others })
    execFileSync('git', ['-C', folder, 'gc', '--quiet'])
    report(others, measure(folder))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @param {string} folder */
function measure(folder) {
  const cache = join(folder, '.git', 'crossoff')
  const log = [
    'git',
    'log',
    '--follow',
    '--raw',
    '-z',
    '--no-abbrev',
    '--format=%H',
    '--',
    'TODO.md',
  ]
  const raw = execFileSync('git', log.slice(1), { cwd: folder, maxBuffer: 1 << 28 }).toString()
  const ids = [...raw.matchAll(/ ([0-9a-f]{40}) [AM]/gu)].map(([, id]) => `${id}\n`)
  return measureCommands(
    {
      log: { command: log, cwd: folder },
      blobs: {
        command: ['git', 'cat-file', '--batch'],
        cwd: folder,
        input: Buffer.from(ids.join('')),
      },
      node: { command: [process.execPath, '-e', '0'], cwd: folder },
      cold: {
        command: [process.execPath, crossoff, 'log', '--json'],
        cwd: folder,
        before: () => rmSync(cache, { recursive: true, force: true }),
      },
      warm: { command: [process.execPath, crossoff, 'log', '--json'], cwd: folder },
      coldChangelog: {
        command: [process.execPath, crossoff, 'changelog', '--json'],
        cwd: folder,
        before: () => rmSync(cache, { recursive: true, force: true }),
      },
      warmChangelog: { command: [process.execPath, crossoff, 'changelog', '--json'], cwd: folder },
    },
    rounds,
  )
}

/**
 * @param {number} others
 * @param {Record<string, number>} times
 */
function report(others, times) {
  const { log = 0, blobs = 0, node = 0, cold = 0, warm = 0 } = times
  const { coldChangelog = 0, warmChangelog = 0 } = times
  const git = log + blobs
  console.log(`${revisions} revisions, ${others} other commits between two`)
  console.log(
    `  git log --raw ${log.toFixed(0)} ms, git cat-file --batch ${blobs.toFixed(0)} ms, node -e 0 ${node.toFixed(0)} ms`,
  )
  console.log(`  crossoff log, first run  ${cold.toFixed(0)} ms = ${(cold / git).toFixed(2)} × git`)
  console.log(`  crossoff log, second run ${warm.toFixed(0)} ms = ${(warm / git).toFixed(2)} × git`)
  console.log(
    `  crossoff changelog       ${coldChangelog.toFixed(0)} ms = ${(coldChangelog / cold).toFixed(2)} × log, again ${warmChangelog.toFixed(0)} ms = ${(warmChangelog / warm).toFixed(2)} × log`,
  )
}
