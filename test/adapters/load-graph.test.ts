import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { loadGraph } from '../../src/adapters/load-graph.ts'
import { defaultTagPatterns } from '../../src/changelog/commits/read-version.ts'
import { createRepository, type GitRepository } from '../fakes/git-repository.ts'
import { createTemporaryFolder, gitEnvironment } from '../fakes/temporary-folder.ts'
import { wrapGit } from '../fakes/wrap-git.ts'

const everything = { from: 'HEAD', tags: defaultTagPatterns }

/** A bakery of two branches: wheat on main, rye beside it, and a release before and after both met. */
function bakery(): GitRepository & Readonly<Record<'plan' | 'rye' | 'wheat' | 'met', string>> {
  const repository = createRepository()
  const { git, commit, merge } = repository
  const plan = commit('Plan')
  git('tag', 'v0.1.0')
  git('checkout', '--quiet', '-b', 'rye')
  const rye = commit('Rye')
  git('checkout', '--quiet', 'main')
  const wheat = commit('Wheat')
  merge('rye')
  git('tag', '--annotate', '--message', 'spring', 'v0.2.0')
  return { ...repository, plan, rye, wheat, met: git('rev-parse', 'HEAD') }
}

describe('loadGraph', () => {
  it('should tell merges, releases and their dates, of both kinds of tags', async () => {
    const { root, git, commit, plan, rye, wheat, met } = bakery()
    const last = commit('Sell')
    for (const tag of ['nightly', 'rye@1.0.0', 'v1']) git('tag', tag)
    git('tag', 'v9.0.0', 'HEAD^{tree}')
    git('tag', '--annotate', '--message', 'of a tree', 'v9.1.0', 'HEAD^{tree}')
    git('branch', 'v9.2.0')
    const { mergeOf, releaseOf, releases } = await loadGraph(root, everything, gitEnvironment)
    const date = '2024-02-29T12:04:00+00:00'
    const second = { version: '0.2.0', tag: 'v0.2.0', commit: met, date }
    const first = {
      version: '0.1.0',
      tag: 'v0.1.0',
      commit: plan,
      date: '2024-02-29T12:01:00+00:00',
    }
    expect(releases).toEqual([second, first])
    expect(mergeOf).toEqual(new Map([[rye, met]]))
    expect(releaseOf).toEqual(
      new Map([
        [met, second],
        [plan, first],
        [wheat, second],
        [rye, second],
      ]),
    )
    expect(releaseOf.has(last)).toBe(false)
  })

  it('should know the tags of one package, and leave out those that another branch has', async () => {
    const { root, git, commit, met } = bakery()
    git('tag', 'rye@1.0.0')
    git('checkout', '--quiet', '-b', 'wheat')
    commit('More wheat')
    git('tag', 'rye@2.0.0')
    const query = { from: 'main', tags: ['rye@{version}'] }
    const { releases } = await loadGraph(root, query, gitEnvironment)
    expect(releases.map(({ version, commit }) => [version, commit])).toEqual([['1.0.0', met]])
  })

  it('should end at the edge of a shallow clone', async () => {
    const { root, met } = bakery()
    const clone = createTemporaryFolder()
    const args = ['clone', '--quiet', '--depth=1', `file://${root}`, clone]
    execFileSync('git', args, { env: gitEnvironment })
    const { mergeOf, releases } = await loadGraph(clone, everything, gitEnvironment)
    expect(mergeOf.size).toBe(0)
    expect(releases.map(({ commit }) => commit)).toEqual([met])
  })

  it('should say why there is no such revision', async () => {
    const { root } = bakery()
    const query = { ...everything, from: '--all' }
    await expect(loadGraph(root, query, gitEnvironment)).rejects.toMatchObject({
      code: 'git',
      message: `\`git rev-list\` failed in \`${root}\``,
    })
  })

  it('should say where tags cannot be read', async () => {
    const { root } = bakery()
    const { environment } = wrapGit('case "$*" in *for-each-ref*) exit 1;; esac')
    await expect(loadGraph(root, everything, environment)).rejects.toMatchObject({ code: 'git' })
  })
})
