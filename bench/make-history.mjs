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
 * @param {{ revisions: number, sections: number, seed: number, others: number }} options `others`: how
 *   many commits that change other files stand between two that change the document.
 */
export async function makeHistory(folder, { revisions, sections, seed, others }) {
  const engine = await loadEngine('satteri')
  const random = createRandom(seed)
  let text = firstText(sections)
  const commits = [commitOf('TODO.md', text, 0)]
  for (let made = 1; made < revisions;) {
    const next = changeOnce(text, sections, engine, random)
    if (next === undefined || next === text) continue
    text = next
    made++
    for (let other = 0; other < others; other++) {
      const file = `src/${random(40)}/${random(50)}.js`
      commits.push(commitOf(file, `export const number = ${random(1e9)}\n`, commits.length))
    }
    commits.push(commitOf('TODO.md', text, commits.length))
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
 * How many items the first revision has: the title, the sections, and eight bullets in each.
 *
 * @param {number} sections
 */
function firstItems(sections) {
  return 1 + sections * 9
}

/**
 * @param {string} text
 * @param {number} sections
 * @param {import('../src/index.ts').MarkdownEngine} engine
 * @param {(limit: number) => number} random
 */
function changeOnce(text, sections, engine, random) {
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
  // The document stays about as long as it was, whatever the number of revisions.
  const isLong = items.length > firstItems(sections) + 8
  const operation = isLong
    ? operations.find(({ op }) => op === 'drop')
    : operations[random(operations.length)]
  if (operation === undefined) return undefined
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
 * One commit, as `git fast-import` takes it.
 *
 * @param {string} file
 * @param {string} text
 * @param {number} number
 */
function commitOf(file, text, number) {
  const message = `change ${number}`
  return [
    ...(number === 0 ? ['reset refs/heads/main'] : []),
    'commit refs/heads/main',
    `committer Ana <ana@example.org> ${1_700_000_000 + number * 600} +0000`,
    `data ${message.length}`,
    message,
    `M 100644 inline ${file}`,
    `data ${Buffer.byteLength(text)}`,
    text,
    '',
  ].join('\n')
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
