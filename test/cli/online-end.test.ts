import { EventEmitter } from 'node:events'
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

/**
 * A repository that links to a host that answers, and to one that never does.
 *
 * @param onHang Is told when the one that never does is asked.
 */
async function openBakery(remote: object, onHang: () => void = () => undefined): Promise<string> {
  const server = await startWebServer(({ headers: { host = '' } }, response) => {
    if (host.startsWith('rye.')) response.end()
    else setTimeout(onHang, 50)
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

describe('a run that cannot ask', () => {
  const secret = 'rye-24'

  it.each([
    [
      'a proxy that is no URL',
      { HTTP_PROXY: `${secret}:8080` },
      '`HTTP_PROXY` is no URL of a proxy\n  expected one like `http://proxy.example.org:8080`\n',
    ],
    [
      'a proxy of lower case',
      { all_proxy: `//${secret}` },
      '`all_proxy` is no URL of a proxy\n  expected one like `http://proxy.example.org:8080`\n',
    ],
    [
      'a header with a line break',
      { CROSSOFF_OVEN: `${secret}\n` },
      '`CROSSOFF_OVEN`, for the header `x-oven` of `cold.example.org`, has a line break\n' +
        '  a value may have letters, digits, signs and spaces; look at its end first\n',
    ],
    [
      'a header with another character',
      { CROSSOFF_OVEN: `${secret}…` },
      '`CROSSOFF_OVEN`, for the header `x-oven` of `cold.example.org`, has a character that no header may have\n' +
        '  a value may have letters, digits, signs and spaces; look at its end first\n',
    ],
  ])('should say why, and no secret: %s', async (_, environment, message) => {
    const hosts = { 'cold.example.org': { headers: { 'x-oven': 'CROSSOFF_OVEN' } } }
    const folder = await openBakery({ hosts })
    const host = createFakeHost(folder, { environment })
    expect(await main(['links', 'update'], host)).toBe(2)
    expect(host.output(2)).toBe(`crossoff: the environment variable ${message}`)
    expect(readLedger(folder)).toBeUndefined()
  })
})

describe('a run that is ended', () => {
  const update = ['links', 'update', '--allow-private']
  const check = ['check', '--online', '--allow-private']
  const empty = '{\n  "version": 1\n}\n'

  /** Runs crossoff, and ends it when all but one host have answered. */
  async function runAndEnd(signal: string, words: readonly string[], ledger?: string) {
    const signals = new EventEmitter()
    const folder = await openBakery({}, () => signals.emit(signal))
    if (ledger !== undefined) writeFileSync(join(folder, 'crossoff.links.json'), ledger)
    const host = createFakeHost(folder, { signals })
    const exit = await main(words, host)
    expect(signals.eventNames()).toEqual([])
    return { exit, stdout: host.output(1), stderr: host.output(2), ledger: readLedger(folder) }
  }

  it('should keep what an update learnt', async () => {
    expect(await runAndEnd('SIGINT', update)).toEqual({
      exit: 130,
      stdout: '',
      stderr: `crossoff: interrupted: 1 of 2 addresses is known, which is kept in \`crossoff.links.json\`
  \`crossoff links update\` asks for the rest
`,
      ledger: known,
    })
  })

  it('should keep what a check learnt, where there is a ledger', async () => {
    expect(await runAndEnd('SIGTERM', check, empty)).toMatchObject({ exit: 143, ledger: known })
    expect(await runAndEnd('SIGTERM', check)).toEqual({
      exit: 143,
      stdout: '',
      stderr: `crossoff: terminated: 1 of 2 addresses is known, and nothing is kept where there is no \`crossoff.links.json\`
  \`crossoff links update\` asks for the rest
`,
      ledger: undefined,
    })
  })

  it('should write no file where nothing was learnt', async () => {
    const signals = new EventEmitter()
    const folder = await openBakery({}, () => signals.emit('SIGINT'))
    writeFileSync(join(folder, 'TODO.md'), '[oven](https://oven.example.org/heat)\n')
    const host = createFakeHost(folder, { signals })
    expect(await main(update, host)).toBe(130)
    expect(host.output(2)).toContain('interrupted before anything was known of 1 address\n')
    expect(readLedger(folder)).toBeUndefined()
  })
})
