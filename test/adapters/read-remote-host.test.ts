import { describe, expect, it } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { readRemoteHost } from '../../src/adapters/read-remote-host.ts'
import { createFakeHost } from '../fakes/fake-host.ts'
import { createRepository } from '../fakes/git-repository.ts'
import { createTemporaryFolder, writeFiles } from '../fakes/temporary-folder.ts'

describe('readRemoteHost', () => {
  it('should tell the host of the remote that the repository was cloned from', () => {
    const { root, git } = createRepository()
    expect(readRemoteHost(root, {})).toBeUndefined()
    git('remote', 'add', 'fork', 'git@gitlab.bakery.example:ana/ovens.git')
    expect(readRemoteHost(root, {})).toBe('gitlab.bakery.example')
    git('remote', 'add', 'other', '/srv/ovens.git')
    expect(readRemoteHost(root, {})).toBeUndefined()
    git('remote', 'add', 'origin', 'https://ana:s3cret@codeberg.org:443/bakery/ovens.git')
    git('config', 'branch.main.remote', 'fork')
    expect(readRemoteHost(root, {})).toBe('codeberg.org')
  })

  it('should know none outside of a repository', () => {
    expect(readRemoteHost(createTemporaryFolder(), {})).toBeUndefined()
  })
})

describe('a repository that a forge shows', () => {
  it.each([
    ['https://gitlab.com/bakery/ovens.git', 'gitlab'],
    ['ssh://git@git.gitea.bakery.example:2222/bakery/ovens', 'gitea'],
    ['git@github.com:bakery/ovens.git', 'github'],
  ])('should have the anchors of it: %s', async (url, slugs) => {
    const { root, git } = createRepository()
    git('remote', 'add', 'origin', url)
    writeFiles(root, { 'TODO.md': '# Bread\n', 'book.toml': '', 'src/rye.md': '# Rye\n' })
    const read = async (file: string): Promise<unknown> => {
      const host = createFakeHost(root)
      await main(['anchors', file, '--json'], host)
      return JSON.parse(host.output(1))
    }
    expect(await read('TODO.md')).toMatchObject({ slugs })
    expect(await read('src/rye.md')).toMatchObject({ slugs: 'mdbook' })
  })
})
