import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { createFakeHost, type FakeHost } from '../fakes/fake-host.ts'
import { createTemporaryFolder } from '../fakes/temporary-folder.ts'

const TABLE = [
  '### crossoff',
  '',
  '1 error in 1 document, 1 link (1 checked)',
  '',
  '| | place | finding | rule |',
  '| --- | --- | --- | --- |',
  '| error | `TODO.md:3:9` | nothing stands at `gone.md` | `link/missing-file` |',
  '',
].join('\n')

/** A garden with one dead link, on a runner of GitHub. */
function createRunner(): { readonly host: FakeHost; readonly summary: string } {
  const folder = createTemporaryFolder({ 'TODO.md': '# Garden\n\n- [bed](gone.md)\n' })
  const summary = join(createTemporaryFolder(), 'summary.md')
  const environment = { PATH: process.env.PATH, GITHUB_STEP_SUMMARY: summary }
  return { host: createFakeHost(folder, { environment }), summary }
}

describe('the summary of a step', () => {
  it('should be put behind what others wrote', async () => {
    const { host, summary } = createRunner()
    writeFileSync(summary, '# Build\n\n')
    expect(await main(['check', '--format', 'github'], host)).toBe(1)
    expect(readFileSync(summary, 'utf8')).toBe(`# Build\n\n${TABLE}`)
    expect(host.output(1)).toMatch(/^::error /u)
  })

  it('should be made where there is none, quietly and once', async () => {
    const { host, summary } = createRunner()
    const words = ['check', '-q', '--format', 'github', '--format', 'github:log.txt']
    expect(await main(words, host)).toBe(1)
    expect(readFileSync(summary, 'utf8')).toBe(TABLE)
    expect(host.output(1)).toBe('')
  })

  it('should be left as it is by other forms', async () => {
    const { host, summary } = createRunner()
    expect(await main(['check', '--format', 'markdown'], host)).toBe(1)
    expect(statSync(summary, { throwIfNoEntry: false })).toBe(undefined)
    expect(host.output(1)).toBe(TABLE)
  })

  it('should fill the file up to a mebibyte at most', async () => {
    const { host, summary } = createRunner()
    writeFileSync(summary, 'x'.repeat(1_048_576 - 200))
    expect(await main(['check', '--format', 'github'], host)).toBe(1)
    const added = readFileSync(summary, 'utf8').slice(1_048_576 - 200)
    expect(added).toMatch(/^### crossoff\n\n.*\n\n1 finding more not shown\n$/u)
    expect(await main(['check', '--format', 'github'], host)).toBe(1)
    expect(statSync(summary).size).toBe(1_048_576 - 200 + added.length)
  })

  it('should end the run where it cannot be written', async () => {
    const { host, summary } = createRunner()
    mkdirSync(summary)
    expect(await main(['check', '--format', 'github'], host)).toBe(2)
    expect(host.output(2)).toMatch(/^crossoff: `.*summary\.md` cannot be written: /u)
  })
})
