import { execFileSync } from 'node:child_process'
import { chmodSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createHistorySource } from '../../src/adapters/create-history-source.ts'
import type { Blob } from '../../src/history/history-source.ts'
import { createRepository } from '../fakes/git-repository.ts'
import { createTemporaryFolder, gitEnvironment } from '../fakes/temporary-folder.ts'
import { wrapGit } from '../fakes/wrap-git.ts'

describe('blobs', () => {
  /** A repository with blobs of 4 KB, made at once. */
  const stocked = (count: number): { root: string; ids: string[] } => {
    const { root } = createRepository()
    const input = Array.from(
      { length: count },
      (_, index) =>
        `blob\nmark :${index + 1}\ndata 4096\n${`bed ${index} `.padEnd(4096, 'peas ')}\n`,
    )
    const marks = join(root, 'marks')
    execFileSync('git', ['fast-import', '--quiet', `--export-marks=${marks}`], {
      cwd: root,
      env: gitEnvironment,
      input: input.join(''),
    })
    const ids = readFileSync(marks, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => line.split(' '))
    ids.sort(([a = ''], [b = '']) => Number(a.slice(1)) - Number(b.slice(1)))
    return { root, ids: ids.map(([, id]) => id!) }
  }

  it('should read blobs in order, however often, empty and missing ones too', async () => {
    const { root, git, commit } = createRepository()
    const binary = Uint8Array.from({ length: 100_000 }, (_, index) => index % 256)
    commit('start', { 'TODO.md': 'peas\n', 'empty.md': '', 'seeds.bin': binary })
    const [peas, empty, seeds, tree] = ['TODO.md', 'empty.md', 'seeds.bin', ''].map((path) =>
      git('rev-parse', `HEAD:${path}`),
    )
    const missing = 'ab'.repeat(20)
    const ids = [peas!, empty!, missing, seeds!, peas!, tree!, empty!]
    const blobs = await takeAll(createHistorySource(root, gitEnvironment).blobs(ids))
    expect(blobs.map(({ id }) => id)).toEqual(ids)
    const contents = blobs.map(({ bytes }) => bytes && Buffer.from(bytes))
    const [some, none] = [Buffer.from('peas\n'), Buffer.of()]
    expect(contents).toEqual([some, none, undefined, Buffer.from(binary), some, undefined, none])
  })

  it('should read nothing where nothing is asked for, without git', async () => {
    const source = createHistorySource('/nowhere', { PATH: '/nowhere' })
    expect(await takeAll(source.blobs([]))).toEqual([])
  })

  it('should read as many as there are, and ask git once', async () => {
    const { root, ids } = stocked(3000)
    const { environment, folder } = wrapGit('echo "$@" >> "$folder/calls"')
    const asked = [...ids, ...ids.toReversed(), ...ids, 'cd'.repeat(20), ...ids]
    let count = 0
    for await (const { id, bytes } of createHistorySource(root, environment).blobs(asked)) {
      if (id !== asked[count]) expect(id).toBe(asked[count])
      if (bytes?.length !== (count === 9000 ? undefined : 4096)) expect(bytes).toBe(count)
      count++
    }
    expect(count).toBe(12_001)
    expect(readFileSync(join(folder, 'calls'), 'utf8').split('\n')).toHaveLength(2)
  })

  it('should keep git waiting, and end it when no more is taken', async () => {
    const { root, ids } = stocked(3000)
    const { environment, folder } = wrapGit('echo $$ > "$folder/id"')
    const source = createHistorySource(root, environment)
    const isRunning = (): boolean => {
      try {
        return process.kill(Number(readFileSync(join(folder, 'id'), 'utf8')), 0)
      } catch {
        // The system knows no such process.
        return false
      }
    }
    const iterator = source.blobs(ids)[Symbol.asyncIterator]()
    expect(await iterator.next()).toMatchObject({ done: false, value: { id: ids[0] } })
    await new Promise((resolve) => setTimeout(resolve, 100))
    // 12 MB fit in no pipe: were they read ahead, git would be done.
    expect(isRunning()).toBe(true)
    await iterator.return?.()
    expect(isRunning()).toBe(false)
    const thrown = new Error('the gardener is gone')
    const taking = async (): Promise<void> => {
      for await (const { id } of source.blobs(ids)) if (id === ids[1]) throw thrown
    }
    await expect(taking()).rejects.toBe(thrown)
    expect(isRunning()).toBe(false)
  })

  it('should say that git ended before it had given all', async () => {
    const { root, git, commit } = createRepository()
    // What cannot be packed: the object's head can be read though its end is lost.
    const weather = Uint8Array.from({ length: 50_000 }, (_, hour) => (hour * hour * 7919) >> 7)
    commit('start', { 'TODO.md': 'peas', 'NOTES.md': weather })
    const [peas = '', rain = ''] = ['TODO.md', 'NOTES.md'].map((path) =>
      git('rev-parse', `HEAD:${path}`),
    )
    const file = join(root, '.git/objects', rain.slice(0, 2), rain.slice(2))
    chmodSync(file, 0o644)
    writeFileSync(file, readFileSync(file).subarray(0, 10_000))
    const source = createHistorySource(root, gitEnvironment)
    await expect(takeAll(source.blobs([peas, rain, peas]))).rejects.toMatchObject({
      code: 'git',
      message: `\`git cat-file\` failed in \`${root}\``,
      help: expect.stringContaining(rain),
    })
    const { environment } = wrapGit('exit 0')
    const silent = createHistorySource(root, environment)
    await expect(takeAll(silent.blobs([peas]))).rejects.toMatchObject({
      code: 'git',
      help: `it ended before it had given \`${peas}\``,
    })
  })
})

describe('blobs of a partial clone', () => {
  /** A clone without a blob, and where its remote is. */
  const clone = (): { place: string; remote: string; peas: string } => {
    const { root, commit, git } = createRepository()
    git('config', 'uploadpack.allowFilter', 'true')
    commit('start', { 'TODO.md': 'peas\n' })
    const place = join(createTemporaryFolder(), 'clone')
    execFileSync(
      'git',
      ['clone', '--quiet', '--no-checkout', '--filter=blob:none', `file://${root}`, place],
      { env: gitEnvironment },
    )
    return { place, remote: root, peas: git('rev-parse', 'HEAD:TODO.md') }
  }

  it('should be fetched where the remote can be reached', async () => {
    const { place, peas } = clone()
    const [blob] = await takeAll(createHistorySource(place, gitEnvironment).blobs([peas]))
    expect(Buffer.from(blob!.bytes!).toString()).toBe('peas\n')
  })

  it('should say that the remote is needed where it cannot', async () => {
    const { place, remote, peas } = clone()
    renameSync(join(remote, '.git'), join(remote, 'gone'))
    const source = createHistorySource(place, gitEnvironment)
    await expect(takeAll(source.blobs([peas]))).rejects.toMatchObject({
      code: 'git',
      message: `\`${place}\` is a partial clone, and git could not fetch what it lacks`,
      help: expect.stringContaining(
        'run the command again where its remote can be reached\nfatal: ',
      ),
    })
  })

  it('should not show a secret in the URL of the remote', async () => {
    const { place, peas } = clone()
    // Nothing listens there, so that git quotes the address it could not reach.
    const url = 'http://127.0.0.1:1/peas.git?private_token=s3cret'
    execFileSync('git', ['-C', place, 'remote', 'set-url', 'origin', url], { env: gitEnvironment })
    const source = createHistorySource(place, gitEnvironment)
    const failure: unknown = await takeAll(source.blobs([peas])).catch((error: unknown) => error)
    expect(failure).toMatchObject({ help: expect.stringContaining('http://127.0.0.1:1/peas.git') })
    expect(JSON.stringify(failure)).not.toContain('s3cret')
  })
})

async function takeAll(blobs: AsyncIterable<Blob>): Promise<Blob[]> {
  const taken: Blob[] = []
  for await (const blob of blobs) taken.push(blob)
  return taken
}
