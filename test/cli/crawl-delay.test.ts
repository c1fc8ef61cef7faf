import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { describe, expect, it, onTestFinished } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { createFakeHost } from '../fakes/fake-host.ts'
import { createTemporaryFolder } from '../fakes/temporary-folder.ts'
import { startWebServer } from '../fakes/web-server.ts'

interface Given {
  readonly pages: readonly string[]
  /** The `robots.txt`, or the status that is there instead. */
  readonly robots: string | number
  readonly interval?: number
}

/** Asks one host for pages, and tells what reached it, and when. */
async function ask({ pages, robots, interval }: Given) {
  const asked: string[] = []
  const times: number[] = []
  const server = await startWebServer(({ url = '' }, response) => {
    asked.push(url)
    times.push(performance.now())
    if (url !== '/robots.txt') response.end()
    else if (typeof robots === 'number') response.writeHead(robots).end()
    else response.writeHead(200, { 'content-type': 'text/plain' }).end(robots)
  })
  onTestFinished(() => server.close())
  const folder = createTemporaryFolder()
  const links = pages.map((page) => `- [${page}](https://oven.example.org/${page})\n`)
  const access = { connect: server.origin, ...(interval !== undefined && { interval }) }
  const remote = { hosts: { 'oven.example.org': access } }
  writeFileSync(join(folder, 'TODO.md'), `# Bakery\n\n${links.join('')}`)
  writeFileSync(join(folder, 'crossoff.config.json'), JSON.stringify({ remote }))
  const host = createFakeHost(folder)
  const exit = await main(['links', 'update', '--allow-private'], host)
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0))
  return { exit, asked, shortest: Math.min(...gaps), output: host.output(1) }
}

const robots = 'User-agent: *\nCrawl-delay: 0.4\nDisallow: /\n'

describe('a host that asks to be met slowly', () => {
  it('should be, and be asked for all pages, once for its wish', async () => {
    const { exit, asked, shortest } = await ask({ pages: ['a', 'b', 'c'], robots })
    expect(exit).toBe(0)
    expect(asked).toEqual(['/robots.txt', '/a', '/b', '/c'])
    // A timer may be a moment early.
    expect(shortest).toBeGreaterThanOrEqual(390)
  })

  it('should not be asked for its wish where there is one page, or the config says it', async () => {
    expect((await ask({ pages: ['a'], robots })).asked).toEqual(['/a'])
    const { asked } = await ask({ pages: ['a', 'b'], robots, interval: 0 })
    expect(asked.toSorted()).toEqual(['/a', '/b'])
  })

  it.each([404, 500])('should be met as usual where its wish is a %i', async (status) => {
    const { asked, output } = await ask({ pages: ['a', 'b'], robots: status })
    expect(asked).toEqual(['/robots.txt', '/a', '/b'])
    expect(output).not.toContain('unknown')
  })
})
