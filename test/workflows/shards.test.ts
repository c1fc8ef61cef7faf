import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { CrossoffError } from '../../src/errors.ts'
import type { Clock } from '../../src/remote/clock.ts'
import type { FetchResult } from '../../src/remote/fetch.ts'
import type { CheckReport } from '../../src/reporters/check-report.ts'
import { reporters, type ReporterName } from '../../src/reporters/index.ts'
import { plainPalette } from '../../src/reporters/palette.ts'
import { checkRepository } from '../../src/workflows/check-repository.ts'
import { checkShard } from '../../src/workflows/check-shard.ts'
import { mergeReports } from '../../src/workflows/merge-reports.ts'
import { brokenRepository, hosts } from '../arbitraries/broken-repository.ts'
import { createFakeHost } from '../fakes/fake-host.ts'
import { createFakePorts } from '../fakes/fake-ports.ts'
import { createRepository } from '../fakes/git-repository.ts'
import { createTemporaryFolder, writeFiles } from '../fakes/temporary-folder.ts'

const runs = Number(process.env.CROSSOFF_SHARDS ?? 12)

const names = Object.keys(reporters)

/** Runs crossoff, with a file for each form of report; gives all that it told. */
async function tell(root: string, ...words: string[]): Promise<unknown> {
  const folder = createTemporaryFolder()
  const forms = names.flatMap((name) => ['--format', `${name}:${join(folder, name)}`])
  const host = createFakeHost(root)
  const exit = await main([...words, ...forms], host)
  const files = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')])
  rmSync(folder, { recursive: true })
  return { exit, out: host.output(1), errors: host.output(2), files: Object.fromEntries(files) }
}

describe('check --shard and merge-reports', () => {
  it('should tell byte for byte what one check tells, in every form', async () => {
    const options = fc.record({
      repository: brokenRepository,
      count: fc.integer({ min: 1, max: 7 }),
      hasBase: fc.boolean(),
      hasBaseline: fc.boolean(),
      ledger: fc.subarray(hosts),
    })
    await fc.assert(
      fc.asyncProperty(options, async ({ repository, count, hasBase, hasBaseline, ledger }) => {
        const { root, git, commit } = createRepository()
        const entry = { status: 'dead', since: '2024-06-01', day: '2024-06-29', reason: '404' }
        const entries = ledger.map((host) => [`https://${host}/`, entry])
        commit('docs: begin', {
          ...repository.before,
          'crossoff.links.json': JSON.stringify({ ...Object.fromEntries(entries), version: 1 }),
        })
        git('rm', '-rq', 'old')
        writeFiles(root, repository.after)
        if (hasBaseline) {
          git('stash', '--quiet')
          await main(['check', '--write-baseline'], createFakeHost(root))
          git('stash', 'pop', '--quiet')
        }
        commit('docs: change')
        const base = hasBase ? ['--base', 'HEAD~1'] : []
        const reports = createTemporaryFolder()
        for (let index = 1; index <= count; index++) {
          const words = ['check', ...base, '--shard', `${String(index)}/${String(count)}`]
          const file = join(reports, `${String(index)}.json`)
          await main([...words, '--format', `json:${file}`], createFakeHost(root))
        }
        expect(await tell(root, 'merge-reports', reports)).toEqual(
          await tell(root, 'check', ...base),
        )
        rmSync(root, { recursive: true })
      }),
      { numRuns: runs },
    )
  }, 600_000)

  const page = '<h1 id="rye">Rye</h1><h2 id="oat">Oat</h2>'

  const answers: Readonly<Record<string, (url: string) => FetchResult>> = {
    alive: () => ({ kind: 'response', status: 200 }),
    dead: () => ({ kind: 'response', status: 404 }),
    moved: (url) =>
      url.endsWith('/new')
        ? { kind: 'response', status: 200 }
        : { kind: 'response', status: 301, location: '/new' },
    nameless: () => ({ kind: 'failure', cause: 'unresolved', reason: 'no host has the name' }),
    busy: () => ({ kind: 'failure', cause: 'transient', reason: 'nobody answers' }),
  }

  it('should meet each host in one shard, and learn what one check learns', async () => {
    const web = fc.array(fc.constantFrom(...Object.keys(answers), 'nameless', 'nameless'), {
      minLength: hosts.length,
      maxLength: hosts.length,
    })
    const options = fc.record({
      repository: brokenRepository,
      count: fc.integer({ min: 1, max: 7 }),
      web,
      hasLedger: fc.boolean(),
      isCutOff: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(options, async ({ repository, count, web, hasLedger, isCutOff }) => {
        const met: Record<string, Set<number>> = {}
        const open = (job: number, files: Readonly<Record<string, string>> = {}) =>
          createFakePorts(
            {
              ...repository.after,
              ...(hasLedger && { 'crossoff.links.json': '{\n  "version": 1\n}\n' }),
              ...files,
            },
            {
              openHistory: () => Promise.reject(new CrossoffError('git', 'there is no repository')),
              listFolder: () => Promise.resolve(Object.keys(files)),
              openWeb: () =>
                Promise.resolve({
                  clock: createFastClock(),
                  random: () => 0,
                  stop: new AbortController().signal,
                  close: () => Promise.resolve(),
                  fetch: ({ url, openReader }) => {
                    const { host } = new URL(url)
                    ;(met[host] ??= new Set()).add(job)
                    const name = isCutOff ? 'nameless' : (web[hosts.indexOf(host)] ?? '')
                    const result = answers[name]?.(url)
                    if (result?.kind !== 'response' || openReader === undefined)
                      return Promise.resolve(result ?? { kind: 'response', status: 200 })
                    const reader = openReader()
                    reader.write(page)
                    return Promise.resolve({ ...result, page: reader.end(true) })
                  },
                }),
            },
          )
        const check = { paths: [], online: { isPrivateAllowed: false } }
        const whole = open(0)
        const expected = await renderAll(await checkRepository(check, whole))
        const reports: Record<string, string> = {}
        for (const [host, jobs] of Object.entries(met)) expect([host, jobs.size]).toEqual([host, 1])
        for (const host of hosts) met[host]?.clear()
        for (let index = 1; index <= count; index++) {
          const report = await checkShard(check, { index, count }, open(index))
          reports[`${String(index)}.json`] = await render('json', report)
        }
        for (const [host, jobs] of Object.entries(met)) expect([host, jobs.size]).toEqual([host, 1])
        const joining = open(0, reports)
        expect(await renderAll(await mergeReports('', joining))).toEqual(expected)
        expect(joining.written).toEqual(whole.written)
      }),
      { numRuns: runs * 5 },
    )
  }, 600_000)
})

/** A clock that gives everybody the time that they wait for at once. */
function createFastClock(): Clock {
  let now = 0
  return {
    now: () => now,
    sleep: (milliseconds) => {
      now += milliseconds
      return Promise.resolve()
    },
  }
}

async function render(name: ReporterName, report: CheckReport): Promise<string> {
  const reporter = await reporters[name].load()
  return reporter.render(report, { palette: plainPalette })
}

async function renderAll(report: CheckReport): Promise<unknown> {
  return Promise.all(
    Object.values(reporters).map(async ({ load }) =>
      (await load()).render(report, { palette: plainPalette }),
    ),
  )
}
