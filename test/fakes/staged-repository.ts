import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRepository, type GitRepository } from './git-repository.ts'
import { gitEnvironment, writeFiles } from './temporary-folder.ts'

export const plan = '# Plan\n\n## Beds\n\nNorth and south.\n\n## Paths\n\nGravel.\n'
export const list = '# Garden\n\n- [ ] dig [the beds](plan.md#beds)\n- [ ] rake\n'
/** The list with a link that is dead. */
export const broken: string = list.replace('#beds', '#ponds')
/** The plan after its section was renamed, and the list that follows it. */
export const moved: string = plan.replace('## Beds', '## North beds')
export const followed: string = list.replace('#beds', '#north-beds')

/** Makes a repository of two documents, one of which links to the other. */
export function prepare(
  files: Readonly<Record<string, string>> = { 'plan.md': plan, 'TODO.md': list },
): GitRepository {
  const repository = createRepository()
  if (Object.keys(files).length > 0) repository.commit('docs: plan the garden', files)
  return repository
}

/** Writes a file into the work tree. */
export function write({ root }: GitRepository, path: string, text: string | Uint8Array): void {
  writeFiles(root, { [path]: text })
}

/** Reads a file of the work tree. */
export function read({ root }: GitRepository, path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

/** Writes a file, and adds it to the index. */
export function stage(repository: GitRepository, path: string, text: string | Uint8Array): void {
  write(repository, path, text)
  repository.git('add', '--', path)
}

/** Reads a file of the index. */
export function readStaged({ root }: GitRepository, path: string): string {
  const { stdout } = spawnSync('git', ['cat-file', 'blob', `:${path}`], {
    cwd: root,
    env: gitEnvironment,
    encoding: 'utf8',
  })
  return stdout
}
