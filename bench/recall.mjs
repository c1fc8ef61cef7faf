// What the history of dead links costs: 200 links in one document to headings of 100 others that got new
// titles, among 400 commits, as the part of a check of the same documents without a dead link.
// Needs dist/ (`npm run build`).
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { measureCommands } from './measure.mjs'

const DOCUMENTS = 100
const COMMITS = 400
const ROUNDS = 3

const root = mkdtempSync(join(tmpdir(), 'crossoff-recall-'))
try {
  makeRepository(root)
  const crossoff = [process.execPath, resolve('dist/cli/crossoff.cjs'), 'check']
  // What is dead does not count here, so that the runs do not fail.
  const config = join(root, 'crossoff.config.json')
  writeFileSync(config, JSON.stringify({ rules: { 'link/missing-anchor': 'warning' } }))
  const times = measureCommands(
    {
      clean: { command: [...crossoff, 'beds'], cwd: root },
      few: { command: crossoff, cwd: root },
      all: { command: [...crossoff, '--fix', '--dry-run'], cwd: root },
    },
    ROUNDS,
  )
  const { clean = 1, few = 0, all = 0 } = times
  console.log(`a check without a dead link takes ${clean.toFixed(0)} ms`)
  console.log(`with 200, of which a few are looked up, ${(few / clean).toFixed(1)} × that`)
  console.log(`where all are, ${(all / clean).toFixed(1)} ×`)
} finally {
  rmSync(root, { recursive: true })
}

/** @param {string} folder */
function makeRepository(folder) {
  mkdirSync(join(folder, 'beds'))
  git(folder, 'init', '--quiet')
  const years = Array.from({ length: DOCUMENTS }, () => 0)
  const write = (/** @type {number} */ bed) => {
    const year = years[bed] ?? 0
    const sections = ['Sown', 'Reaped'].map(
      (title, row) =>
        `## ${title} in year ${year}\n\nRow ${row} of bed ${bed}, ${'x'.repeat(bed)}.\n`,
    )
    writeFileSync(join(folder, `beds/${bed}.md`), [`# Bed ${bed}\n`, ...sections].join('\n'))
  }
  const links = years.flatMap((_, bed) =>
    ['sown', 'reaped'].map((title) => `- [it](beds/${bed}.md#${title}-in-year-0)\n`),
  )
  writeFileSync(join(folder, 'TODO.md'), links.join(''))
  for (const bed of years.keys()) write(bed)
  commit(folder)
  for (let number = 0; number < COMMITS; number++) {
    const bed = number % DOCUMENTS
    years[bed] = (years[bed] ?? 0) + 1
    write(bed)
    commit(folder)
  }
}

/** @param {string} folder */
function commit(folder) {
  git(folder, 'add', '--all')
  git(folder, 'commit', '--quiet', '--message', 'tend the garden')
}

/**
 * @param {string} folder
 * @param {readonly string[]} args
 */
function git(folder, ...args) {
  const names = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org']
  execFileSync('git', [...names, '-c', 'gc.auto=0', ...args], { cwd: folder })
}
