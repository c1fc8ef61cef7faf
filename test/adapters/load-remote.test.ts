import { describe, expect, it } from 'vitest'
import { loadRemote } from '../../src/adapters/load-remote.ts'
import { createRepository, type GitRepository } from '../fakes/git-repository.ts'
import { createTemporaryFolder, gitEnvironment } from '../fakes/temporary-folder.ts'
import { wrapGit } from '../fakes/wrap-git.ts'

/** A repository with remotes of these names, each at the forge of its name. */
function clone(...names: string[]): GitRepository {
  const repository = createRepository()
  for (const name of names) repository.git('remote', 'add', name, `https://${name}.example/ovens`)
  return repository
}

function load({ root }: GitRepository): Promise<string | undefined> {
  return loadRemote(root, gitEnvironment)
}

describe('loadRemote', () => {
  it('should take the remote that is pushed to, the one of the branch, origin, then the only one', async () => {
    const repository = clone('mill', 'shop', 'origin')
    const { git } = repository
    expect(await load(repository)).toBe('https://origin.example/ovens')
    git('config', 'branch.main.remote', 'shop')
    expect(await load(repository)).toBe('https://shop.example/ovens')
    git('config', 'remote.pushDefault', 'mill')
    expect(await load(repository)).toBe('https://mill.example/ovens')
    expect(await load(clone('mill'))).toBe('https://mill.example/ovens')
    expect(await load(clone('mill', 'shop'))).toBeUndefined()
    expect(await load(clone())).toBeUndefined()
  })

  it('should pass over a name that is no remote, and the repository itself', async () => {
    const repository = clone('origin')
    repository.git('config', 'remote.pushDefault', 'gone')
    repository.git('config', 'branch.main.remote', '.')
    expect(await load(repository)).toBe('https://origin.example/ovens')
  })

  it('should take a URL in place of a name', async () => {
    const repository = clone('origin')
    repository.git('config', 'branch.main.remote', 'git@shop.example:ovens.git')
    expect(await load(repository)).toBe('git@shop.example:ovens.git')
  })

  it('should know odd names, a branch with a slash, and no branch at all', async () => {
    const repository = clone('origin')
    const { git, commit } = repository
    git('config', 'remote.a.b/c.url', 'https://odd.example/ovens')
    git('checkout', '--quiet', '-b', 'rye/big.one')
    git('config', 'branch.rye/big.one.remote', 'a.b/c')
    expect(await load(repository)).toBe('https://odd.example/ovens')
    commit('Plan')
    git('checkout', '--quiet', '--detach')
    expect(await load(repository)).toBe('https://origin.example/ovens')
  })

  it('should resolve what the URL stands for', async () => {
    const repository = clone()
    repository.git('remote', 'add', 'origin', 'forge:bakery/ovens')
    repository.git('config', 'url.https://forge.example/.insteadOf', 'forge:')
    expect(await load(repository)).toBe('https://forge.example/bakery/ovens')
  })

  it('should show no name, password or query', async () => {
    const repository = clone()
    const { git } = repository
    git('remote', 'add', 'origin', 'https://ana:s3c@ret@forge.example/ovens')
    expect(await load(repository)).toBe('https://forge.example/ovens')
    git(
      'config',
      'url.https://token@forge.example/.insteadOf',
      'https://ana:s3c@ret@forge.example/',
    )
    expect(await load(repository)).toBe('https://forge.example/ovens')
    git('remote', 'set-url', 'origin', 'https://shop.example/ovens?private_token=s3cret')
    expect(await load(repository)).toBe('https://shop.example/ovens')
  })

  it('should know none outside of a repository', async () => {
    expect(await loadRemote(createTemporaryFolder(), gitEnvironment)).toBeUndefined()
  })

  it('should say where git fails', async () => {
    const repository = clone('origin')
    for (const command of ['config', 'ls-remote']) {
      const { environment } = wrapGit(`case "$*" in *${command}*) exit 1;; esac`)
      await expect(loadRemote(repository.root, environment)).rejects.toMatchObject({ code: 'git' })
    }
  })
})
