import { renameSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadDifferences } from '../../src/adapters/load-differences.ts'
import { createRepository } from '../fakes/git-repository.ts'
import { gitEnvironment, writeFiles } from '../fakes/temporary-folder.ts'

const roof = 'felt\ntar\nnails\nboards\n'

describe('loadDifferences', () => {
  it('should tell what was changed, renamed, added and removed, committed or not', async () => {
    const { root, commit, git } = createRepository()
    const first = commit('build the shed', {
      'TODO.md': '# Garden\n',
      'gone.md': 'gone\n',
      'same.md': 'same\n',
      'shed/roof\nnorth.md': roof,
      'was-a-file.md': 'a file\n',
    })
    commit('grow', { 'new.md': 'new\n' })
    writeFiles(root, { 'TODO.md': '# Gardens\n' })
    renameSync(join(root, 'shed/roof\nnorth.md'), join(root, 'dach-süd.md'))
    rmSync(join(root, 'gone.md'))
    rmSync(join(root, 'was-a-file.md'))
    symlinkSync('TODO.md', join(root, 'was-a-file.md'))
    git('add', '--all', 'dach-süd.md', 'shed')
    const blobOf = (path: string): string => git('rev-parse', `${first}:${path}`)
    expect(await loadDifferences(root, first, gitEnvironment)).toEqual([
      { before: { path: 'TODO.md', blob: blobOf('TODO.md') }, path: 'TODO.md' },
      {
        before: { path: 'shed/roof\nnorth.md', blob: blobOf('shed/roof\nnorth.md') },
        path: 'dach-süd.md',
      },
      { before: { path: 'gone.md', blob: blobOf('gone.md') } },
      { path: 'new.md' },
      { before: { path: 'was-a-file.md', blob: blobOf('was-a-file.md') }, path: 'was-a-file.md' },
    ])
  })

  it('should tell nothing of a clean work tree, and refuse what is no commit', async () => {
    const { root, commit } = createRepository()
    const first = commit('build the shed', { 'TODO.md': '# Garden\n' })
    expect(await loadDifferences(root, first, gitEnvironment)).toEqual([])
    await expect(loadDifferences(root, 'spring', gitEnvironment)).rejects.toMatchObject({
      code: 'git',
    })
  })

  it('should give no blob of a symbolic link', async () => {
    const { root, commit } = createRepository()
    writeFiles(root, { 'TODO.md': '# Garden\n' })
    symlinkSync('TODO.md', join(root, 'plan.md'))
    const first = commit('link')
    rmSync(join(root, 'plan.md'))
    expect(await loadDifferences(root, first, gitEnvironment)).toEqual([
      { before: { path: 'plan.md' } },
    ])
  })
})
