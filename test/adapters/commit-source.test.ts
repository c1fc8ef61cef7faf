import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createCommitSource } from '../../src/adapters/create-commit-source.ts'
import { createRepository, type GitRepository } from '../fakes/git-repository.ts'
import { createTemporaryFolder, gitEnvironment } from '../fakes/temporary-folder.ts'
import { wrapGit } from '../fakes/wrap-git.ts'

interface Bakery extends GitRepository {
  readonly plan: string
  readonly rye: string
}

/** A bakery whose rye was merged, and is released. */
function bakery(): Bakery {
  const repository = createRepository()
  const { git, commit } = repository
  git('remote', 'add', 'origin', 'https://ana:s3cret@forge.example/ovens')
  const plan = commit('Plan', { 'TODO.md': 'rye' })
  git('tag', 'v0.1.0')
  git('checkout', '--quiet', '-b', 'rye')
  const rye = commit('Bake rye', { 'TODO.md': '', 'rye.md': '' })
  git('checkout', '--quiet', 'main')
  git('merge', '--quiet', '--no-ff', '--message', 'Merge rye\n\nReviewed-by: Bo', 'rye')
  git('tag', 'bread-2.0')
  return { ...repository, plan, rye }
}

describe('createCommitSource', () => {
  it('should tell what commits say, with their merges and releases', async () => {
    const { root, plan, rye } = bakery()
    const source = createCommitSource(root, gitEnvironment, {
      tags: ['v{version}', 'bread-{version}'],
    })
    const expected = [
      {
        commit: rye,
        message: 'Bake rye\n',
        trailers: [],
        paths: ['TODO.md', 'rye.md'],
        mergeMessage: 'Merge rye\n\nReviewed-by: Bo\n',
        mergeTrailers: [{ key: 'Reviewed-by', value: 'Bo' }],
        release: '2.0',
      },
      { commit: plan, message: 'Plan\n', trailers: [], paths: ['TODO.md'], release: '0.1.0' },
    ]
    expect([...(await source.details([rye, plan, rye])).values()]).toEqual(expected)
    expect((await source.releases()).map(({ tag }) => tag)).toEqual(['bread-2.0', 'v0.1.0'])
    expect(await source.remote()).toBe('https://forge.example/ovens')
  })

  it('should tell of a commit that is not released, and of none', async () => {
    const { root, rye } = bakery()
    const source = createCommitSource(root, gitEnvironment, { from: 'rye' })
    expect([...(await source.details([rye])).values()]).toEqual([
      { commit: rye, message: 'Bake rye\n', trailers: [], paths: ['TODO.md', 'rye.md'] },
    ])
    expect((await source.details([])).size).toBe(0)
  })

  it('should ask git for its graph once, however early', async () => {
    const { root, plan, rye } = bakery()
    const { environment, folder } = wrapGit('echo "$*" >> "$folder/runs"')
    const source = createCommitSource(root, environment)
    source.prepare()
    source.prepare()
    await source.remote()
    await source.releases()
    await source.details([plan, rye])
    const runs = readFileSync(join(folder, 'runs'), 'utf8')
    const count = (word: string): number => runs.split(word).length - 1
    expect(['rev-list', 'for-each-ref', 'ls-remote', ' log '].map(count)).toEqual([1, 1, 1, 1])
  })

  it('should tell a failure to who asks, and to nobody before', async () => {
    const root = createTemporaryFolder()
    const source = createCommitSource(root, gitEnvironment)
    source.prepare()
    expect(await source.remote()).toBeUndefined()
    await new Promise(setImmediate)
    await expect(source.releases()).rejects.toMatchObject({ code: 'git' })
    await expect(source.details(['7'.repeat(40)])).rejects.toMatchObject({ code: 'git' })
  })
})
