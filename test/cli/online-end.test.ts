import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { createFakeHost } from '../fakes/fake-host.ts'
import { createTemporaryFolder } from '../fakes/temporary-folder.ts'
import { startWebServer } from '../fakes/web-server.ts'

const document = `# Bakery

- [bread](https://rye.example.org/bread)
- [oven](https://oven.example.org/heat)
`

/** A repository that links to a host that answers, and to one that never does. */
async function openBakery(remote: object): Promise<string> {
  const server = await startWebServer(({ headers: { host = '' } }, response) => {
    if (host.startsWith('rye.')) response.end()
  })
  onTestFinished(() => server.close())
  const folder = createTemporaryFolder()
  const access = { connect: server.origin, interval: 0 }
  const hosts = { 'rye.example.org': access, 'oven.example.org': access }
  writeFileSync(join(folder, 'TODO.md'), document)
  writeFileSync(
    join(folder, 'crossoff.config.json'),
    JSON.stringify({ remote: { hosts, ...remote } }),
  )
  return folder
}

function readLedger(folder: string): string | undefined {
  const path = join(folder, 'crossoff.links.json')
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

const known = `{
  "https://rye.example.org/bread": {"status":"alive","day":"2024-06-30"},
  "version": 1
}
`

describe('a run whose time is over', () => {
  it('should end what is under way, say so, and keep the rest', async () => {
    const folder = await openBakery({ budget: 1 })
    const host = createFakeHost(folder)
    expect(await main(['links', 'update', '--allow-private'], host)).toBe(0)
    expect(host.output(1)).toContain(
      'unknown  https://oven.example.org/heat: there was no time left\n',
    )
    expect(readLedger(folder)).toBe(known)
  })
})
