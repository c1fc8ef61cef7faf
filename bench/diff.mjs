// How long `diff` takes beside the parsing of both documents: a hundred thousand bullets, of which a
// hundred changed. Needs dist/ (`npm run build`).
import { performance } from 'node:perf_hooks'
import { diffItems, loadEngine, matchDocuments, parseDocument, planReplay } from '../dist/index.js'

const BULLETS = 100_000
const CHANGED = 100

const engine = await loadEngine()
const [before, after] = makeTexts()
/** @type {number[][]} */
const rounds = []
for (let round = 0; round < 6; round++) {
  const start = performance.now()
  const [old, revised] = [parseDocument(before, engine), parseDocument(after, engine)]
  const parsed = performance.now()
  const matching = matchDocuments(old, revised)
  const changes = diffItems(matching)
  const compared = performance.now()
  planReplay({ old, new: revised, matching, parse: (text) => parseDocument(text, engine) })
  const planned = performance.now()
  if (changes.length !== CHANGED) throw new Error(`${changes.length} changes were found`)
  const parsing = parsed - start
  if (round > 0) rounds.push([parsing, (compared - parsed) / parsing, (planned - parsed) / parsing])
}
const [parsing, compared, planned] = [0, 1, 2].map((column) => median(rounds, column))
console.log(`${BULLETS} bullets, ${CHANGED} changed: both parsed in ${parsing?.toFixed(0)} ms`)
console.log(`  diff ${compared?.toFixed(2)} × that, with a plan ${planned?.toFixed(2)} ×`)

/** @returns {[string, string]} */
function makeTexts() {
  const bullets = Array.from(
    { length: BULLETS },
    (_, index) =>
      `${index % 100 === 0 ? `\n## Bed ${index / 100}\n\n` : ''}- task number ${index} of the garden. It needs water and time.\n`,
  )
  const changed = bullets.map((bullet, index) => {
    if (index % (BULLETS / CHANGED) !== 50) return bullet
    const kind = (index / (BULLETS / CHANGED)) | 0
    if (kind % 4 === 0) return ''
    if (kind % 4 === 1) return bullet.replace('time.', 'time, and then some more.')
    if (kind % 4 === 2) return bullet.replace('of the garden', 'of the old garden')
    return `${bullet}- an idea of number ${index}, for the pond\n`
  })
  return [`# Garden\n${bullets.join('')}`, `# Garden\n${changed.join('')}`]
}

/**
 * @param {readonly number[][]} rows
 * @param {number} column
 */
function median(rows, column) {
  const sorted = rows.map((row) => row[column] ?? 0).sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
