import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { createFakeHost } from '../fakes/fake-host.ts'
import { createRepository } from '../fakes/git-repository.ts'
import { createTemporaryFolder, writeFiles } from '../fakes/temporary-folder.ts'

interface Run {
  readonly exit: number
  readonly stdout: string
  readonly stderr: string
}

interface Bakery {
  readonly root: string
  /** Folder of the reports; outside of the repository. */
  readonly reports: string
  run(...words: string[]): Promise<Run>
  commit(files: Readonly<Record<string, string>>): void
}

/** A repository with a dead link, checked in so many shards. */
async function openBakery(count: number, ...words: string[]): Promise<Bakery> {
  const { root, commit } = createRepository()
  const reports = createTemporaryFolder()
  commit('docs: open', { 'TODO.md': '- [oven](oven.md)\n', 'docs/rye.md': '[a][b]\n' })
  const run = async (...typed: string[]): Promise<Run> => {
    const host = createFakeHost(root)
    const exit = await main(typed, host)
    return { exit, stdout: host.output(1), stderr: host.output(2) }
  }
  for (let index = 1; index <= count; index++) {
    const file = join(reports, `${String(index)}.json`)
    const shard = `${String(index)}/${String(count)}`
    await run('check', ...words, '--shard', shard, '--format', `json:${file}`)
  }
  return { root, reports, run, commit: (files) => void commit('docs: change', files) }
}

describe('check --shard', () => {
  it.each(['0/3', '4/3', '3', '1/0', 'a/b', '1/3/3', '-1/3', '1/12345'])(
    'should refuse %s',
    async (word) => {
      const { run } = await openBakery(0)
      expect(await run('check', `--shard=${word}`)).toEqual({
        exit: 2,
        stdout: '',
        stderr: `crossoff: \`${word}\` names no shard\n  expected a number of as many as there are, from \`1/7\` to \`7/7\`\n`,
      })
    },
  )

  it.each(['--fix', '--write-baseline', '--staged'])(
    'should refuse %s, which is for all',
    async (flag) => {
      const { run } = await openBakery(0)
      expect(await run('check', '--shard', '1/2', flag)).toEqual({
        exit: 2,
        stdout: '',
        stderr: `crossoff: \`--shard\` and \`${flag}\` mean nothing together\n`,
      })
    },
  )

  it('should check each document in one shard', async () => {
    const { run } = await openBakery(0)
    const told = await Promise.all([run('check', '--shard=1/2'), run('check', '--shard=2/2')])
    expect(told.map(({ exit }) => exit).sort()).toEqual([0, 1])
    const documents = told.map(({ stdout }) => Number(/(\d) documents?/u.exec(stdout)?.[1]))
    expect(documents[0]).toBeGreaterThanOrEqual(0)
    expect(documents.reduce((sum, each) => sum + each, 0)).toBe(2)
  })
})

describe('merge-reports', () => {
  it('should end as one check does, from reports in folders of their own', async () => {
    const { root, reports, run } = await openBakery(2)
    writeFiles(reports, { 'second/2.json': readFileSync(join(reports, '2.json')) })
    rmSync(join(reports, '2.json'))
    const whole = await run('check')
    expect(whole.exit).toBe(1)
    expect(await run('merge-reports', reports)).toEqual(whole)
    rmSync(join(root, 'TODO.md'))
    expect(await run('merge-reports', reports)).toEqual(whole)
  })

  it('should refuse where a report is missing', async () => {
    const { reports, run } = await openBakery(3)
    rmSync(join(reports, '2.json'))
    const help = '  a job that ended early left no report: see what it says\n'
    expect(await run('merge-reports', reports)).toEqual({
      exit: 2,
      stdout: '',
      stderr: `crossoff: of 3 shards, one is missing: 2\n${help}`,
    })
    rmSync(join(reports, '3.json'))
    expect((await run('merge-reports', reports)).stderr).toBe(
      `crossoff: of 3 shards, 2 are missing: 2, 3\n${help}`,
    )
  })

  it('should name some of many that are missing', async () => {
    const { reports, run } = await openBakery(0)
    const file = join(reports, '1.json')
    await run('check', '--shard', '1/20', '--format', `json:${file}`)
    expect((await run('merge-reports', reports)).stderr).toContain(
      'of 20 shards, 19 are missing: 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 9 more\n',
    )
  })

  it('should refuse a report that is there twice', async () => {
    const { reports, run } = await openBakery(2)
    writeFileSync(join(reports, '3.json'), readFileSync(join(reports, '1.json')))
    const { exit, stderr } = await run('merge-reports', reports)
    expect(exit).toBe(2)
    expect(stderr.replaceAll(`${reports}/`, '')).toMatch(
      /twice: `[^`]*1\.json` and `[^`]*3\.json`\n {2}empty/u,
    )
  })

  it('should refuse reports of other divisions, revisions and checks', async () => {
    const { reports, run, commit } = await openBakery(2)
    const file = join(reports, '2.json')
    const mergeWith = async (...words: string[]): Promise<string> => {
      await run('check', ...words, '--format', `json:${file}`)
      const { exit, stderr } = await run('merge-reports', reports)
      expect(exit).toBe(2)
      return stderr.replaceAll(`${reports}/`, '').replace(/`[^`]*1\.json`/u, '`1.json`')
    }
    expect(await mergeWith('--shard=2/3')).toContain('different divisions: 3 and 2 shards\n')
    expect(await mergeWith('--shard=2/2', '--base', 'HEAD')).toContain('different checks\n')
    expect(await mergeWith('--shard=2/2', 'docs')).toContain('different checks\n')
    commit({ 'crossoff.config.json': '{"rules":{"link/empty":"off"}}' })
    expect(await mergeWith('--shard=2/2')).toMatch(
      /different revisions: [\da-f]{10} and [\da-f]{10}\n/u,
    )
  })

  it.each(['{', '[]', '{"version":1,"diagnostics":[]}', '{"version":2,"shard":{}}'])(
    'should refuse %s',
    async (text) => {
      const { reports, run } = await openBakery(1)
      writeFileSync(join(reports, 'other.json'), text)
      const { exit, stdout, stderr } = await run('merge-reports', reports)
      expect([exit, stdout]).toEqual([2, ''])
      expect(stderr).toContain('other.json` is no report of a shard\n  reports are made by ')
    },
  )

  it('should refuse a folder without reports, and none', async () => {
    const { reports, run } = await openBakery(0)
    expect((await run('merge-reports', '.')).stderr).toMatch(/^crossoff: no report is in `\.`\n/u)
    const { exit, stderr } = await run('merge-reports', join(reports, 'none'))
    expect(exit).toBe(2)
    expect(stderr).toContain('none` cannot be listed: ')
  })

  it('should write what shards learnt into a ledger that is kept, unless that knows better', async () => {
    const { root, reports, run } = await openBakery(1)
    const file = join(reports, '1.json')
    const entry = { status: 'alive', day: '2024-06-30' }
    const news = { 'https://a.example.org/': entry, 'https://b.example.org/': entry }
    const report = readFileSync(file, 'utf8').replace(
      '"lost": [',
      `"ledger": ${JSON.stringify(news)}, "lost": [`,
    )
    writeFileSync(file, report)
    await run('merge-reports', reports)
    const ledger = join(root, 'crossoff.links.json')
    expect(() => readFileSync(ledger)).toThrow('ENOENT')
    const line = '"https://b.example.org/": {"status":"dead","day":"2024-07-01","reason":"404"},'
    writeFileSync(ledger, `{\n  ${line}\n  "version": 1\n}\n`)
    await run('merge-reports', reports)
    expect(readFileSync(ledger, 'utf8')).toBe(
      `{\n  "https://a.example.org/": {"status":"alive","day":"2024-06-30"},\n  ${line}\n  "version": 1\n}\n`,
    )
  })
})
