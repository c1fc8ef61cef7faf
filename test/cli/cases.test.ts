import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { createFakeHost } from '../fakes/fake-host.ts'
import { commitAll, createTemporaryFolder, gitEnvironment } from '../fakes/temporary-folder.ts'

/** How a case is run; `run.json`. */
interface Run {
  readonly argv: readonly string[]
  readonly stdin?: string
  readonly env?: Readonly<Record<string, string>>
  /** Folder to run in, below `given`. */
  readonly cwd?: string
  /** Whether `given` is a repository. */
  readonly git?: boolean
}

const root = join(import.meta.dirname, '..', 'cases')
const groups = ['cli', 'init', 'list', 'show', 'anchors', 'apply']
/** Set by hand to write the expectations anew; what was written is reviewed like code. */
const isUpdate = process.env.CROSSOFF_UPDATE_CASES === '1'

describe.each(groups)('cases of %s', (group) => {
  const names = readdirSync(join(root, group)).sort()

  it.each(names)('should hold: %s', async (name) => {
    const folder = join(root, group, name)
    const run: Run = JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8'))
    const place = createTemporaryFolder()
    if (existsSync(join(folder, 'given'))) cpSync(join(folder, 'given'), place, { recursive: true })
    if (run.git === true) commitAll(place)
    const host = createFakeHost(join(place, run.cwd ?? ''), {
      environment: { ...gitEnvironment, ...run.env },
      ...(run.stdin !== undefined && { input: run.stdin }),
    })
    const exit = await main(run.argv, host)
    const result = {
      exit,
      stdout: host.output(1).replaceAll(place, '<root>'),
      stderr: host.output(2).replaceAll(place, '<root>'),
      files: changedFiles(join(folder, 'given'), place),
    }
    if (isUpdate) writeExpectations(folder, result)
    expect(result).toEqual({
      exit: JSON.parse(readFileSync(join(folder, 'expect.json'), 'utf8')).exit,
      stdout: readIfThere(join(folder, 'expect.stdout')),
      stderr: readIfThere(join(folder, 'expect.stderr')),
      files: readFiles(join(folder, 'expect')),
    })
  })
})

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
