import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { createFakeHost } from '../fakes/fake-host.ts'
import { createTemporaryFolder } from '../fakes/temporary-folder.ts'
import { startWebServer, type WebServer } from '../fakes/web-server.ts'

const servers: WebServer[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

/** The Frankenbuild link, and the page that it leads to. */
const link = 'https://blog.example.org/update-february-24#builder-protocol-drv-builder'
const blog = (title: string, id: string): string =>
  `<title>Update</title><h1 id="update">Update</h1><h2 id="${id}">${title}</h2><p>Builds.</p>`

interface Pages {
  html: string | undefined
}

/** A repository with one document, and the web that its links lead to. */
async function openRepository(document: string, pages: Pages, ledger?: string) {
  const asked: string[] = []
  const listener: RequestListener = ({ method = '', url = '' }, response) => {
    asked.push(`${method} ${url}`)
    const { html } = pages
    response.writeHead(html === undefined ? 404 : 200, { 'content-type': 'text/html' })
    response.end(html ?? '')
  }
  const server = await startWebServer(listener)
  servers.push(server)
  const folder = createTemporaryFolder()
  writeFileSync(join(folder, 'TODO.md'), document)
  const remote = { hosts: { 'blog.example.org': { connect: server.origin, interval: 0 } } }
  writeFileSync(join(folder, 'crossoff.config.json'), JSON.stringify({ remote }))
  const path = join(folder, 'crossoff.links.json')
  if (ledger !== undefined) writeFileSync(path, ledger)
  return {
    asked,
    ledger: () => (existsSync(path) ? readFileSync(path, 'utf8') : undefined),
    run: async (day: string, ...words: string[]) => {
      const host = createFakeHost(folder, { today: () => day })
      const exit = await main(words, host)
      return { exit, stdout: host.output(1), stderr: host.output(2) }
    },
  }
}

const empty = '{\n  "version": 1\n}\n'
const online = ['check', '--online', '--allow-private']

describe('check --online', () => {
  it('should prove a section, remember it, and tell years later what became of it', async () => {
    const pages: Pages = { html: blog('Builder protocol', 'builder-protocol-drv-builder') }
    const document = `# Frankenbuilds\n\n[builders](${link})\n`
    const { run, asked, ledger } = await openRepository(document, pages, empty)
    expect(await run('2024-06-01', ...online)).toEqual({
      exit: 0,
      stdout: 'no findings in 1 document, 1 link (1 checked)\n',
      stderr: '',
    })
    expect(ledger()).toBe(`{
  "https://blog.example.org/update-february-24": {"status":"alive","day":"2024-06-01","fragments":{"builder-protocol-drv-builder":{"heading":"Builder protocol"}}},
  "version": 1
}
`)
    // Known well enough: nobody is asked, with or without a network.
    await run('2024-06-02', ...online)
    expect(await run('2024-06-02', 'check')).toMatchObject({
      stdout: 'no findings in 1 document, 1 link (1 checked)\n',
    })
    expect(asked).toEqual(['GET /update-february-24'])

    pages.html = blog('The builder protocol', 'the-builder-protocol')
    await run('2026-06-01', ...online)
    await run('2026-06-03', ...online)
    const early = await run('2026-06-03', 'check')
    expect(early.exit).toBe(0)
    expect(early.stdout).toContain('hint `https://blog.example.org/update-february-24` has no')
    await run('2026-06-04', ...online)
    expect(await run('2026-06-04', 'check')).toEqual({
      exit: 1,
      stdout: `TODO.md:3:55 error \`https://blog.example.org/update-february-24\` has no \`#builder-protocol-drv-builder\`, seen from 2026-06-01 to 2026-06-04; it stood for “Builder protocol” remote/missing-anchor
  3 | [builders](${link})
    |                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  help: did you mean \`#the-builder-protocol\` (“The builder protocol”)

1 error in 1 document, 1 link (1 checked)
`,
      stderr: '',
    })
  })

  it('should fail at once where nobody counts days, and write nothing', async () => {
    const { run, ledger } = await openRepository(`[builders](${link})\n`, { html: undefined })
    const { exit, stdout } = await run('2024-06-01', ...online)
    expect(exit).toBe(1)
    expect(stdout).toContain('is not there: 404, seen on 2024-06-01 remote/dead')
    expect(ledger()).toBeUndefined()
  })

  it('should meet no private address unasked', async () => {
    const { run, asked } = await openRepository(`[builders](${link})\n`, { html: '' })
    expect(await run('2024-06-01', 'check', '--online')).toEqual({
      exit: 0,
      stdout: 'no findings in 1 document, 1 link (0 checked, 1 unknown)\n',
      stderr: '',
    })
    expect(asked).toEqual([])
  })

  it('should ask nobody where no link leads to the web', async () => {
    const { run, asked } = await openRepository('no links\n', { html: '' })
    expect((await run('2024-06-01', ...online)).exit).toBe(0)
    expect(asked).toEqual([])
  })

  it('should refuse a ledger with conflicts', async () => {
    const { run } = await openRepository('# Bakery\n', { html: '' }, '<<<<<<< HEAD\n')
    expect(await run('2024-06-01', 'check')).toEqual({
      exit: 2,
      stdout: '',
      stderr:
        'crossoff: `crossoff.links.json` is no ledger: line 1 is a mark of a merge conflict\n' +
        '  take out the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`: all others may stay\n' +
        '  with `crossoff.links.json merge=union` in `.gitattributes`, git does so by itself\n',
    })
  })
})
