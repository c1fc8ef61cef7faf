import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createRepository } from '../fakes/git-repository.ts'
import { gitEnvironment, writeFiles } from '../fakes/temporary-folder.ts'
import { startWebServer } from '../fakes/web-server.ts'

const command = join(import.meta.dirname, '..', '..', 'dist', 'cli', 'crossoff.cjs')

/** A link that checkers get wrong: the page is long, and its headings have ids of their own. */
const page = 'https://tvl.fyi/blog/tvix-update-february-24'
const link = `${page}#builder-protocol-drv-builder`
const document = `# Frankenbuild\n\n- [ ] read [how builders are spoken to](${link})\n`
const html = (heading: string): string =>
  `<!doctype html><title>Update</title><h1 id="update">Update</h1>${'<p>Builds.</p>'.repeat(5000)}${heading}`

interface Result {
  readonly exit: number
  readonly stdout: string
  readonly stderr: string
}

/** A repository of git, and the server that answers for the host of its link. */
async function open(heading: string, files: Readonly<Record<string, string>> = {}) {
  const far = { heading }
  const asked: string[] = []
  const server = await startWebServer(({ method = '', url = '', headers }, response) => {
    asked.push(`${method} ${headers.host ?? ''}${url}`)
    response.writeHead(200, { 'content-type': 'text/html' }).end(html(far.heading))
  })
  onTestFinished(() => server.close())
  const remote = { patience: 0, hosts: { 'tvl.fyi': { connect: server.origin, interval: 0 } } }
  const repository = createRepository()
  repository.commit('start', {
    'docs/TODO.md': document,
    'crossoff.config.json': JSON.stringify({ remote }),
    ...files,
  })
  // The server runs in this process, so nobody may wait for the other one.
  const run = (...args: string[]): Promise<Result> =>
    new Promise((resolve) => {
      const options = { cwd: repository.root, env: gitEnvironment, encoding: 'utf8' } as const
      const child = execFile(process.execPath, [command, ...args], options, (_, stdout, stderr) => {
        resolve({ exit: child.exitCode ?? -1, stdout, stderr })
      })
    })
  return { far, asked, repository, server, run }
}

const right = '<h3 id="builder-protocol-drv-builder">Builder protocol: drv → builder</h3>'
const renamed = '<h3 id="the-builder-protocol">The builder protocol</h3>'

describe('a section of a page on the web', () => {
  it('should be alive online, and offline by the ledger', async () => {
    const { run, asked, repository } = await open(right)
    expect((await run('check')).stdout).toContain('1 on the web not checked')
    expect(await run('check', '--online', '--allow-private')).toMatchObject({
      exit: 0,
      stdout: 'no findings in 1 document, 1 link (1 checked)\n',
    })
    await run('links', 'update', '--allow-private')
    const known = asked.length
    expect(asked[0]).toBe('GET tvl.fyi/blog/tvix-update-february-24')
    expect(readFileSync(join(repository.root, 'crossoff.links.json'), 'utf8')).toContain(
      '"builder-protocol-drv-builder":{"heading":"Builder protocol: drv → builder"}',
    )
    repository.commit('keep what is known')
    // As hooks and jobs do; a link that is new is not asked for either.
    writeFiles(repository.root, { 'docs/other.md': '[new](https://tvl.fyi/new#part)\n' })
    repository.git('add', '.')
    for (const words of [['check'], ['check', '--base', 'HEAD'], ['links'], ['links', 'why', link]])
      expect(await run(...words)).toMatchObject({ exit: 0, stderr: '' })
    expect(asked).toHaveLength(known)
  })

  it('should be alive offline by its source', async () => {
    const remote = { origins: { 'https://tvl.fyi/blog/tvix-update-february-24': 'blog/update.md' } }
    const { run, asked } = await open(right, {
      'blog/update.md': '# Update\n\n### Builder protocol: drv builder\n',
      'crossoff.config.json': JSON.stringify(remote),
    })
    expect(await run('check')).toMatchObject({
      exit: 0,
      stdout: 'no findings in 2 documents, 1 link (1 checked)\n',
    })
    expect(asked).toEqual([])
  })

  it('should be dead when its heading is renamed, with the old text and the closest new one', async () => {
    const { far, run, server, repository } = await open(right)
    await run('links', 'update', '--allow-private')
    repository.commit('keep what is known')
    far.heading = renamed
    const message = `\`${page}\` has no \`#builder-protocol-drv-builder\``
    const help = 'did you mean `#the-builder-protocol` (“The builder protocol”)'
    // What is known is fresh, so that nobody asks before `--all` is said.
    expect((await run('links', 'update', '--allow-private', '--all')).stdout).toContain(
      `alive → dead  ${page}\n`,
    )
    for (const words of [['check', '--online', '--allow-private'], ['check']]) {
      const { exit, stdout } = await run(...words)
      expect(exit).toBe(1)
      expect(stdout).toContain(message)
      expect(stdout).toContain('it stood for “Builder protocol: drv → builder”')
      expect(stdout).toContain(help)
    }
    await server.close()
    expect((await run('check')).stdout).toContain(help)
    // Nobody can tell now, and what is known stays.
    const { exit, stdout } = await run('check', '--online', '--allow-private')
    expect(exit).toBe(1)
    expect(stdout).toContain(message)
  })

  it('should fail no branch that did not touch the link', async () => {
    const { far, run, repository } = await open(right)
    await run('links', 'update', '--allow-private')
    repository.commit('keep what is known')
    far.heading = renamed
    await run('links', 'update', '--allow-private', '--all')
    expect(await run('check', '--base', 'HEAD')).toMatchObject({ exit: 0 })
    writeFiles(repository.root, { 'docs/other.md': `[again](${link})\n` })
    repository.git('add', '.')
    const { exit, stdout } = await run('check', '--base', 'HEAD')
    expect(exit).toBe(1)
    expect(stdout).toContain('docs/other.md:1:')
    expect(stdout).not.toContain('docs/TODO.md:')
  })
})
