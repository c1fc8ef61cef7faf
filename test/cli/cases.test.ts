import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { commitHistory, type HistoryCommit, putFolder, stageAll } from '../fakes/commit-history.ts'
import { createFakeHost } from '../fakes/fake-host.ts'
import { commitAll, createTemporaryFolder, gitEnvironment } from '../fakes/temporary-folder.ts'

/** How a case is run; `run.json`. */
interface Run {
  readonly argv: readonly string[]
  readonly stdin?: string
  readonly env?: Readonly<Record<string, string>>
  /** Folder to run in, below `given`. */
  readonly cwd?: string
  /**
   * Whether `given` is a repository, or the commits of its history: the first has `given`, the next
   * `given.1`, then `given.2`, each the whole of what the commit has. An empty list leaves the branch
   * unborn. `given.now` is what the work tree has beside the last commit.
   */
  readonly git?: boolean | readonly HistoryCommit[]
  /** Whether what the work tree has is staged. */
  readonly isStaged?: boolean
}

const root = join(import.meta.dirname, '..', 'cases')
const groups = [
  'cli',
  'init',
  'list',
  'show',
  'anchors',
  'links',
  'apply',
  'diff',
  'log',
  'blame',
  'changelog',
  'message',
]
/** Set by hand to write the expectations anew; what was written is reviewed like code. */
const isUpdate = process.env.CROSSOFF_UPDATE_CASES === '1'

describe.each(groups)('cases of %s', (group) => {
  const names = readdirSync(join(root, group)).sort()

  it.each(names)('should hold: %s', async (name) => {
    const folder = join(root, group, name)
    const run: Run = JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8'))
    const place = createTemporaryFolder()
    const given = giveFiles(folder, run, place)
    const host = createFakeHost(join(place, run.cwd ?? ''), {
      environment: { ...gitEnvironment, ...run.env },
      ...(run.stdin !== undefined && { input: run.stdin }),
    })
    const exit = await main(run.argv, host)
    const result = {
      exit,
      stdout: host.output(1).replaceAll(place, '<root>'),
      stderr: host.output(2).replaceAll(place, '<root>'),
      files: changedFiles(given, place),
    }
    if (run.argv.includes('--json') && exit !== 2) checkPlainness(JSON.parse(result.stdout))
    if (isUpdate) writeExpectations(folder, result)
    expect(result).toEqual({
      exit: JSON.parse(readFileSync(join(folder, 'expect.json'), 'utf8')).exit,
      stdout: readIfThere(join(folder, 'expect.stdout')),
      stderr: readIfThere(join(folder, 'expect.stderr')),
      files: readFiles(join(folder, 'expect')),
    })
  })
})

/** Puts a case's files into its place, with their history; gives the folder that they are at last. */
function giveFiles(folder: string, { git, isStaged = false }: Run, place: string): string {
  const given = join(folder, 'given')
  putFolder(given, place)
  if (git === undefined || typeof git === 'boolean') {
    if (git === true) commitAll(place)
    return given
  }
  const folders = git.map((_, index) => (index === 0 ? given : `${given}.${String(index)}`))
  expect(folders.filter((each) => !existsSync(each))).toEqual([])
  commitHistory(place, folders, git)
  const now = `${given}.now`
  if (existsSync(now)) putFolder(now, place)
  if (isStaged) stageAll(place)
  return existsSync(now) ? now : (folders.at(-1) ?? given)
}

/** What a change may say to a program: nothing that only crossoff itself counts by. */
const CHANGE_KEYS: ReadonlySet<string> = new Set(
  ['change', 'kind', 'title', 'path', 'before', 'after', 'implied', 'from', 'into'].concat(
    ['item', 'commit', 'date', 'author', 'subject'], // of an event
  ),
)

function checkPlainness(value: {
  readonly changes?: readonly object[]
  readonly events?: readonly object[]
}): void {
  const keys = [value.changes ?? [], value.events ?? []].flat().flatMap(Object.keys)
  expect(keys.filter((key) => !CHANGE_KEYS.has(key))).toEqual([])
}

function readIfThere(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

/** Files by path; bytes as latin1, so that no byte is lost. */
function readFiles(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {}
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((path) => !path.startsWith('.git/'))
    .sort()
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), 'latin1')]))
}

function changedFiles(given: string, place: string): Record<string, string> {
  const before = readFiles(given)
  const after = readFiles(place)
  expect(Object.keys(before).filter((path) => !(path in after))).toEqual([])
  return Object.fromEntries(Object.entries(after).filter(([path, text]) => before[path] !== text))
}

function writeExpectations(
  folder: string,
  result: { exit: number; stdout: string; stderr: string; files: Record<string, string> },
): void {
  for (const old of readdirSync(folder).filter((name) => name.startsWith('expect')))
    rmSync(join(folder, old), { recursive: true })
  writeFileSync(join(folder, 'expect.json'), `${JSON.stringify({ exit: result.exit })}\n`)
  if (result.stdout !== '') writeFileSync(join(folder, 'expect.stdout'), result.stdout)
  if (result.stderr !== '') writeFileSync(join(folder, 'expect.stderr'), result.stderr)
  for (const [path, text] of Object.entries(result.files)) {
    mkdirSync(dirname(join(folder, 'expect', path)), { recursive: true })
    writeFileSync(join(folder, 'expect', path), text, 'latin1')
  }
}
