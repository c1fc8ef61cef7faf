import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import {
  applyPlan,
  loadEngine,
  parseDocument,
  readTarget,
  toSourceText,
  walkItems,
} from '../dist/index.js'

/**
 * Makes a repository whose one document was changed by random operations, one a commit.
 *
 * @param {string} folder
 * @param {{ revisions: number, sections: number, seed: number }} options
 */
export async function makeHistory(folder, { revisions, sections, seed }) {
  const engine = await loadEngine('satteri')
  const random = createRandom(seed)
  let text = firstText(sections)
  const commits = [commitOf(text, 0)]
  while (commits.length < revisions) {
    const next = changeOnce(text, engine, random)
    if (next === undefined || next === text) continue
    text = next
    commits.push(commitOf(text, commits.length))
  }
  mkdirSync(folder, { recursive: true })
  execFileSync('git', ['init', '--quiet', '--initial-branch=main', folder])
  const { status, stderr } = spawnSync('git', ['-C', folder, 'fast-import', '--quiet'], {
    input: commits.join(''),
  })
  if (status !== 0) throw new Error(stderr.toString())
  execFileSync('git', ['-C', folder, 'reset', '--quiet', '--hard', 'main'])
}

/** @param {number} count */
function firstText(count) {
  const sections = Array.from({ length: count }, (_, index) => {
    const bullets = Array.from(
      { length: 8 },
      (_, number) =>
        ` - ${word(index * 8 + number)} the ${word(index + number * 3)} of bed ${index}. It has waited\n   since the ${word(number)} was mended, and nobody knows why.`,
    )
    return `### Bed ${index}\nWhat grows here needs ${word(index)} and time.\n\n${bullets.join('\n')}\n`
  })
  return `# Garden\n\nAll that is left to do.\n\n${sections.join('\n')}`
}

/**
 * @param {string} text
 * @param {import('../src/index.ts').MarkdownEngine} engine
 * @param {(limit: number) => number} random
 */
function changeOnce(text, engine, random) {
  const document = parseDocument(text, engine)
  const items = walkItems(document.items).map(({ item }) => item)
  const item = items[1 + random(items.length - 1)]
  const other = items[1 + random(items.length - 1)]
  const target = readTarget(document, item)
  const number = random(1_000_000)
  const operations = [
    {
      op: 'add',
      text: `${word(number)} the ${word(number >> 3)} number ${number}`,
      [item.kind === 'bullet' ? 'after' : 'under']: target,
    },
    {
      op: 'add',
      text: `${word(number)} the ${word(number >> 5)} before winter`,
      [item.kind === 'bullet' ? 'after' : 'under']: target,
    },
    ...(item.kind === 'bullet'
      ? [
          { op: 'drop', target },
          {
            op: 'move',
            target,
            [other.kind === 'bullet' ? 'before' : 'under']: readTarget(document, other),
          },
        ]
      : []),
    {
      op: 'rename',
      target,
      title: `${item.title.replace(/[.]$/u, '').slice(0, 60)} ${word(number)}`,
    },
    { op: 'edit', target, body: `It was ${word(number)} that did it, number ${number}.` },
    { op: 'done', target },
  ]
  const operation = operations[random(operations.length)]
  try {
    const { files } = applyPlan(
      { version: 1, operations: [operation] },
      { file: 'TODO.md', read: () => toSourceText(text), engine, reference: engine },
    )
    return files[0]?.after.text
  } catch {
    // Refused: another one is drawn.
    return undefined
  }
}

/**
 * @param {string} text
 * @param {number} number
 */
function commitOf(text, number) {
  const message = `change ${number}`
  const head = number === 0 ? 'reset refs/heads/main\n' : ''
  return `${head}commit refs/heads/main\ncommitter Ana <ana@example.org> ${1_700_000_000 + number * 3600} +0000\ndata ${message.length}\n${message}\nM 100644 inline TODO.md\ndata ${Buffer.byteLength(text)}\n${text}\n`
}

const WORDS =
  'water prune repot oil mend sweep rake sow thin stake mulch sort paint stack label divide'.split(
    ' ',
  )

/** @param {number} number */
function word(number) {
  return WORDS[Math.abs(number) % WORDS.length] ?? ''
}

/**
 * Numbers that are the same in every run (mulberry32).
 *
 * @param {number} seed
 */
export function createRandom(seed) {
  let state = seed
  return (/** @type {number} */ limit) => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) % limit
  }
}
