import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { gitEnvironment } from './temporary-folder.ts'

/** A commit; its message alone stands for one without anything else to say. */
export type HistoryCommit =
  | string
  | {
      readonly message: string
      /** `Ada` where nothing is said. */
      readonly author?: string
      /** ISO date; a day after the commit before, where nothing is said. */
      readonly date?: string
      /** Places of its parents among the commits; the one before, where nothing is said. */
      readonly parents?: readonly number[]
      readonly tag?: string
    }

const FIRST = Date.UTC(2024, 1, 29, 12)
const DAY = 24 * 60 * 60 * 1000

/**
 * Makes a folder a repository, and commits folders to it one after another.
 *
 * A commit has what its folder has, and nothing else; so has the folder at last. Without a commit, the
 * branch is unborn.
 */
export function commitHistory(
  place: string,
  folders: readonly string[],
  commits: readonly HistoryCommit[],
): void {
  const git = (args: readonly string[], environment: NodeJS.ProcessEnv = {}, input = ''): string =>
    execFileSync('git', args, {
      cwd: place,
      env: { ...gitEnvironment, ...environment },
      input,
      encoding: 'utf8',
    }).trimEnd()
  git(['init', '--quiet', '--initial-branch=main', '--object-format=sha1'])
  const made: string[] = []
  commits.forEach((given, index) => {
    const commit = typeof given === 'string' ? { message: given } : given
    putFolder(folders[index] ?? '', place)
    git(['add', '--all'])
    const tree = git(['write-tree'])
    const moment = commit.date === undefined ? FIRST + index * DAY : Date.parse(commit.date)
    const date = new Date(moment).toISOString()
    const { parents = index === 0 ? [] : [index - 1], author = 'Ada' } = commit
    const args = parents.flatMap((parent) => ['-p', made[parent] ?? ''])
    const environment = {
      GIT_AUTHOR_NAME: author,
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_DATE: date,
    }
    const id = git(['commit-tree', tree, ...args, '-F', '-'], environment, commit.message)
    if (commit.tag !== undefined) git(['tag', commit.tag, id])
    made.push(id)
  })
  const last = made.at(-1)
  if (last !== undefined) git(['update-ref', 'HEAD', last])
}

/** Stages all that a work tree has. */
export function stageAll(place: string): void {
  execFileSync('git', ['add', '--all'], { cwd: place, env: gitEnvironment })
}

/** Leaves in a work tree what a folder has, and nothing else. */
export function putFolder(folder: string, place: string): void {
  for (const name of readdirSync(place))
    if (name !== '.git') rmSync(join(place, name), { recursive: true })
  mkdirSync(place, { recursive: true })
  if (existsSync(folder)) cpSync(folder, place, { recursive: true })
}
