import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const repository = join(import.meta.dirname, '../..')
const corpus = process.env.CROSSOFF_CORPUS ?? join(repository, '../shared/corpus')
const bundle = join(corpus, 'tvix-docs.bundle')

/** Whether the corpus of real documents is on this machine. */
export const hasCorpus: boolean = existsSync(bundle)

/** Reads every version of every Markdown file of the corpus. */
export function readCorpus(): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'crossoff-corpus-'))
  try {
    git(['clone', '--quiet', '--bare', bundle, folder])
    const objects = git(['-C', folder, 'rev-list', '--objects', '--all']).split('\n')
    const ids = objects.filter((line) => line.endsWith('.md')).map((line) => line.split(' ')[0])
    return ids.map((id) => git(['-C', folder, 'cat-file', 'blob', id ?? '']))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function git(parameters: readonly string[]): string {
  return execFileSync('git', [...parameters], { encoding: 'utf8', maxBuffer: 1 << 28 })
}
