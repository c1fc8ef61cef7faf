import { execFileSync } from 'node:child_process'
import { renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readMessageSettings } from '../../src/adapters/read-message-settings.ts'
import { readStagedFiles } from '../../src/adapters/read-staged-files.ts'
import { draftCommitMessage } from '../../src/workflows/draft-commit-message.ts'
import { createFakeIndex } from '../fakes/fake-index.ts'
import { createFakePorts } from '../fakes/fake-ports.ts'
import { createRepository } from '../fakes/git-repository.ts'
import { createTemporaryFolder, gitEnvironment } from '../fakes/temporary-folder.ts'

const bed = 'dig\nsow\nmulch\n'

describe('readStagedFiles', () => {
  it('should tell what is staged: new, gone, changed and renamed files, in any letters', async () => {
    const { root, git, commit } = createRepository()
    commit('plan', { 'gone.md': 'x\n', 'same.md': 'y\n', 'old.md': bed, 'TODO.md': bed })
    renameSync(join(root, 'old.md'), join(root, 'Beete für Bohnen.md'))
    writeFileSync(join(root, 'new.md'), 'rake\n')
    writeFileSync(join(root, 'TODO.md'), `${bed}hoe\n`)
    git('rm', '-q', 'gone.md')
    git('add', '--all')
    const id = (name: string): string => git('rev-parse', name)
    const bedId = id('HEAD:old.md')
    expect(await readStagedFiles(root, gitEnvironment)).toEqual([
      { path: 'Beete für Bohnen.md', from: 'old.md', before: bedId, after: bedId },
      { path: 'TODO.md', before: id('HEAD:TODO.md'), after: id(':TODO.md') },
      { path: 'gone.md', before: id('HEAD:gone.md'), after: undefined },
      { path: 'new.md', before: undefined, after: id(':new.md') },
    ])
  })

  it('should say that there is no repository', async () => {
    const folder = createTemporaryFolder()
    const environment = { ...gitEnvironment, GIT_DIR: 'nowhere' }
    await expect(readStagedFiles(folder, environment)).rejects.toMatchObject({ code: 'git' })
    await expect(readMessageSettings(folder, gitEnvironment)).rejects.toMatchObject({ code: 'git' })
  })
})

describe('readMessageSettings', () => {
  it("should tell git's own, where nothing is set", async () => {
    const { root } = createRepository()
    expect(await readMessageSettings(root, gitEnvironment)).toEqual({
      commentString: '#',
      cleanup: 'default',
      hasEditor: true,
      isReplay: false,
    })
  })

  it('should tell what is set, and what is going on', async () => {
    const { root, git } = createRepository()
    git('config', 'core.commentChar', ';')
    git('config', 'commit.cleanup', 'scissors')
    writeFileSync(join(root, '.git/MERGE_HEAD'), '')
    expect(await readMessageSettings(root, { ...gitEnvironment, GIT_EDITOR: ':' })).toEqual({
      commentString: ';',
      cleanup: 'scissors',
      hasEditor: false,
      isReplay: true,
    })
  })

  it.each([
    ['2.39.5 (Apple Git-154)', ';'],
    ['2.44.0', ';'],
    ['2.45.0', '//'],
    ['2.45.0.windows.1', '//'],
    ['3.0.0', '//'],
    ['of a kind that nobody knows', ';'],
  ])('should take `core.commentString` where git %s does', async (version, comment) => {
    const { root, git } = createRepository()
    git('config', 'core.commentChar', ';')
    git('config', 'core.commentString', '//')
    const folder = createTemporaryFolder()
    const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim()
    const script = `#!/bin/sh\nfor word; do [ "$word" = version ] && echo 'git version ${version}' && exit; done\nexec '${real}' "$@"\n`
    writeFileSync(join(folder, 'git'), script, { mode: 0o755 })
    const environment = { ...gitEnvironment, PATH: `${folder}:${gitEnvironment.PATH ?? ''}` }
    expect(await readMessageSettings(root, environment)).toMatchObject({ commentString: comment })
  })
})

describe('draftCommitMessage', () => {
  it('should leave the message of a merge alone, without looking at what is staged', async () => {
    const messageSettings = () =>
      Promise.resolve({ commentString: '#', cleanup: 'default', hasEditor: true, isReplay: true })
    const openIndex = () => Promise.resolve(createFakeIndex({ messageSettings }))
    const ports = createFakePorts({ MSG: '\n' }, { openIndex })
    const report = await draftCommitMessage({ messageFile: 'MSG', source: '' }, ports)
    expect(report).toEqual({ kind: 'message', file: 'MSG', text: '' })
    expect(ports.written.size).toBe(0)
  })
})
