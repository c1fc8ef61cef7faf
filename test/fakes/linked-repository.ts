import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { main } from '../../src/cli/main.ts'
import type { Host } from '../../src/cli/host.ts'
import { createFakeHost } from './fake-host.ts'
import { createTemporaryFolder } from './temporary-folder.ts'
import { startWebServer } from './web-server.ts'

/** What a host says, until a test changes it. */
export interface Pages {
  /** The page, whatever is asked for; without it, there is none. */
  html: string | undefined
  /** Where the page is for good. */
  location?: string
}

/** A repository with one document, and the web that its links lead to. */
export interface LinkedRepository {
  readonly folder: string
  /** Methods and paths of all requests so far. */
  readonly asked: readonly string[]
  /** Reads the ledger; `undefined` where there is none. */
  ledger(): string | undefined
  /** Runs crossoff on a day. */
  run(
    day: string,
    ...words: string[]
  ): Promise<{ readonly exit: number; readonly stdout: string; readonly stderr: string }>
}

/** Makes a repository whose links to `blog.example.org` are answered by a server on this machine. */
export async function openLinkedRepository(
  document: string,
  pages: Pages,
  ledger?: string,
  given: Partial<Host> = {},
): Promise<LinkedRepository> {
  const asked: string[] = []
  const server = await startWebServer(({ method = '', url = '' }, response) => {
    asked.push(`${method} ${url}`)
    const { html, location } = pages
    if (location !== undefined && url !== new URL(location).pathname) {
      response.writeHead(301, { location }).end()
      return
    }
    response.writeHead(html === undefined ? 404 : 200, { 'content-type': 'text/html' })
    response.end(html ?? '')
  })
  onTestFinished(() => server.close())
  const folder = createTemporaryFolder()
  writeFileSync(join(folder, 'TODO.md'), document)
  const remote = { hosts: { 'blog.example.org': { connect: server.origin, interval: 0 } } }
  writeFileSync(join(folder, 'crossoff.config.json'), JSON.stringify({ remote }))
  const path = join(folder, 'crossoff.links.json')
  if (ledger !== undefined) writeFileSync(path, ledger)
  return {
    folder,
    asked,
    ledger: () => (existsSync(path) ? readFileSync(path, 'utf8') : undefined),
    run: async (day: string, ...words: string[]) => {
      const host = createFakeHost(folder, { today: () => day, ...given })
      const exit = await main(words, host)
      return { exit, stdout: host.output(1), stderr: host.output(2) }
    },
  }
}
