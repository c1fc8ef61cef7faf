// How long the plan that replays a difference takes beside the parsing of both documents, where so much
// moved that not all of it can be rehearsed. Needs dist/ (`npm run build`).
import { performance } from 'node:perf_hooks'
import { loadEngine, matchDocuments, parseDocument, planReplay } from '../dist/index.js'
import { createRandom } from './make-history.mjs'

const engine = await loadEngine()
const [rounds = 3] = process.argv.slice(2).map(Number)

/** @type {Record<string, [string, string]>} */
const cases = {
  '2,000 bullets in another order': [list(bullets(2_000)), list(shuffle(bullets(2_000)))],
  '3,000 sections, every other a level down': [sections(() => '##'), sections(nested)],
  '20,000 bullets the other way round': [list(bullets(20_000)), list(bullets(20_000).reverse())],
}
for (const [name, [before, after]] of Object.entries(cases)) {
  const times = Array.from({ length: rounds + 1 }, () => measure(before, after))
  // The first round warms the engine.
  const [parsing, ratio] = [0, 1].map((column) => median(times.slice(1), column))
  console.log(`${name}: both parsed in ${parsing?.toFixed(0)} ms, plan ${ratio?.toFixed(0)} × that`)
}

/**
 * @param {string} before
 * @param {string} after
 */
function measure(before, after) {
  const start = performance.now()
  const [old, revised] = [parseDocument(before, engine), parseDocument(after, engine)]
  const parsing = performance.now() - start
  const matching = matchDocuments(old, revised)
  const matched = performance.now()
  planReplay({ old, new: revised, matching, parse: (text) => parseDocument(text, engine) })
  return [parsing, (performance.now() - matched) / parsing]
}

/** @param {number} count */
function bullets(count) {
  return Array.from({ length: count }, (_, index) => `- task number ${index} of the garden\n`)
}

/** @param {readonly string[]} rows */
function list(rows) {
  return `# Garden\n\n${rows.join('')}`
}

/** @param {(index: number) => string} marksOf */
function sections(marksOf) {
  const texts = Array.from({ length: 3_000 }, (_, index) => {
    return `${marksOf(index)} Bed ${index}\n\nNeeds water ${index} times.\n`
  })
  return `# Garden\n\n${texts.join('\n')}`
}

/** @param {number} index */
function nested(index) {
  return index % 2 === 0 ? '##' : '###'
}

/** @param {readonly string[]} rows */
function shuffle(rows) {
  const random = createRandom(1)
  return rows
    .map((row) => ({ row, place: random(1e9) }))
    .sort((a, b) => a.place - b.place)
    .map(({ row }) => row)
}

/**
 * @param {readonly number[][]} rows
 * @param {number} column
 */
function median(rows, column) {
  const sorted = rows.map((row) => row[column] ?? 0).sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
