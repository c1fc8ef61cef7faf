// How `check` grows: twice the links should take about twice the time, alive or with a wrong fragment
// for which the nearest heading is looked up. Needs dist/ (`npm run build`).
import { performance } from 'node:perf_hooks'
import { checkDocuments, loadEngine, parseDocument } from '../dist/index.js'

const COUNTS = [750, 1500, 3000]
const ROUNDS = 5

const engine = await loadEngine()
report('links that are alive', alivePage, 0)
report('wrong fragments', wrongPage, 1)

/**
 * @param {string} name
 * @param {(links: number) => string} toPage
 * @param {number} findings How many each link comes to.
 */
function report(name, toPage, findings) {
  const pages = COUNTS.map((links) => ({ links, page: toPage(links) }))
  /** @type {number[][]} */
  const rounds = []
  for (let round = 0; round <= ROUNDS; round++) {
    const row = pages.flatMap(({ links, page }) => {
      const start = performance.now()
      parseDocument(page, engine)
      const parsed = performance.now()
      const { diagnostics } = check(page)
      const checked = performance.now()
      if (diagnostics.length !== links * findings)
        throw new Error(`${diagnostics.length} findings of ${links} links`)
      return [checked - parsed, parsed - start]
    })
    // The first round warms the engine up.
    if (round > 0) rounds.push(row)
  }
  const times = COUNTS.map((_, index) => median(rounds, index * 2))
  const parsing = median(rounds, COUNTS.length * 2 - 1)
  const growth = times.slice(1).map((time, index) => (time / (times[index] ?? 0)).toFixed(2))
  const last = times.at(-1) ?? 0
  console.log(`${name}: ${COUNTS.join(', ')}, each twice as many as before`)
  console.log(`  each takes ${growth.join(' ×, ')} × the time of the one before`)
  console.log(
    `  the last takes ${last.toFixed(0)} ms = ${(last / parsing).toFixed(1)} × parsing its items`,
  )
}

/** @param {string} page */
function check(page) {
  const bytes = Buffer.from(page)
  return checkDocuments({
    files: {
      kindOf: (path) => (path === '' ? 'directory' : path === 'a.md' ? 'file' : undefined),
      list: (folder) => (folder === '' ? ['a.md'] : []),
      read: (path) => (path === 'a.md' ? bytes : undefined),
      files: () => ['a.md'],
    },
    documents: ['a.md'],
    engine,
    options: { rules: { 'link/undefined-reference': 'off' } },
  })
}

/** @param {number} links */
function alivePage(links) {
  return Array.from(
    { length: links },
    (_, at) => `## Bed ${at}\n\n[x](#bed-${at}) [a][b] <i id="i${at}">\n`,
  ).join('\n')
}

/** @param {number} links */
function wrongPage(links) {
  const headings = Array.from({ length: links }, (_, at) => `## The store of builder ${at}`)
  const wrong = headings.map((_, at) => `[x](#the-stor-of-buildr-${at})`)
  return [...headings, ...wrong].join('\n\n')
}

/**
 * @param {readonly number[][]} rows
 * @param {number} column
 */
function median(rows, column) {
  const sorted = rows.map((row) => row[column] ?? 0).sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
