import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTemporaryFolder } from '../fakes/temporary-folder.ts'

const repository = join(import.meta.dirname, '../..')
const corpus = process.env.CROSSOFF_CORPUS ?? join(repository, '../shared/corpus')
const bundle = join(corpus, 'tvix-docs.bundle')

/** Whether the corpus of real documents is on this machine. */
export const hasCorpus: boolean = existsSync(bundle)

/** Reads every version of every Markdown file of the corpus. */
export function readCorpus(): string[] {
  return withClone((folder) => {
    const objects = git(['-C', folder, 'rev-list', '--objects', '--all']).split('\n')
    const ids = objects.filter((line) => line.endsWith('.md')).map((line) => line.split(' ')[0])
    return ids.map((id) => git(['-C', folder, 'cat-file', 'blob', id ?? '']))
  })
}

/** Reads the revisions of a file, oldest first. */
export function readRevisions(file: string): string[] {
  return withClone((folder) => {
    const ids = git(['-C', folder, 'log', '--reverse', '--format=%H', '--', file]).trim()
    return ids.split('\n').map((id) => git(['-C', folder, 'cat-file', 'blob', `${id}:${file}`]))
  })
}

/** Reads all files of the parent of the commit whose message holds some words. */
export function readParentOf(words: string): Record<string, string> {
  return withClone((folder) => {
    const id = git([
      '-C',
      folder,
      'log',
      '-1',
      '--format=%H^',
      '--fixed-strings',
      `--grep=${words}`,
    ]).trim()
    const names = git(['-C', folder, 'ls-tree', '-r', '-z', '--name-only', id])
      .split('\0')
      .filter((name) => name !== '')
    return Object.fromEntries(
      names.map((name) => [name, git(['-C', folder, 'cat-file', 'blob', `${id}:${name}`])]),
    )
  })
}

/** Clones the corpus; the clone goes when the test is done. */
export function cloneCorpus(): string {
  const folder = createTemporaryFolder()
  git(['clone', '--quiet', '--branch', 'canon', bundle, folder])
  return folder
}

function withClone<Value>(read: (folder: string) => Value): Value {
  const folder = mkdtempSync(join(tmpdir(), 'crossoff-corpus-'))
  try {
    git(['clone', '--quiet', '--bare', bundle, folder])
    return read(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function git(parameters: readonly string[]): string {
  return execFileSync('git', [...parameters], { encoding: 'utf8', maxBuffer: 1 << 28 })
}

/** What changed in one revision, as a careful reader would say it. */
export interface SampledRevision {
  /** Counted from 1, the oldest first. */
  readonly n: number
  /** Whether nothing else did. */
  readonly exact: boolean
  /** Change, kind and beginning of the title. */
  readonly events: readonly (readonly string[])[]
  /** What would be wrong to say. */
  readonly never?: readonly (readonly string[])[]
  /** Title of an item that all of it is below. */
  readonly under?: string
}

/** Reads what changed in some revisions of the document. */
export function readEventSample(): SampledRevision[] {
  return readFileSync(join(corpus, 'tvix-events-sample.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as SampledRevision)
}
