import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodeFileSystem } from '../../src/adapters/file-system.ts'
import { openLinkedRepository, type Pages } from '../fakes/linked-repository.ts'

/** The Frankenbuild link, and the page that it leads to. */
const link = 'https://blog.example.org/update-february-24#builder-protocol-drv-builder'
const blog = (title: string, id: string): string =>
  `<title>Update</title><h1 id="update">Update</h1><h2 id="${id}">${title}</h2><p>Builds.</p>`

const empty = '{\n  "version": 1\n}\n'
const online = ['check', '--online', '--allow-private']

describe('check --online', () => {
  it('should prove a section, remember it, and tell years later what became of it', async () => {
    const pages: Pages = { html: blog('Builder protocol', 'builder-protocol-drv-builder') }
    const document = `# Frankenbuilds\n\n[builders](${link})\n`
    const { run, asked, ledger } = await openLinkedRepository(document, pages, empty)
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

  it('should prove a text that a link quotes, and tell when the page says it no more', async () => {
    const page = 'https://blog.example.org/update'
    const quoted = `${page}#update:~:text=are,drv%20files`
    const document = `# Frankenbuilds\n\n[builders](${quoted})\n`
    const html = (text: string): string =>
      `<script></script><h1 id="update">Update</h1><p>${text}</p><p>${'More news. '.repeat(60)}</p>`
    const pages: Pages = { html: html('Builders <b>are</b> made of\n<code>.drv</code> files.') }
    const known = (text: string, day: string): string => `{
  "${page}": {"status":"alive","day":"${day}","fragments":{":~:text=are,drv%20files":${text},"update":{"heading":"Update"}}},
  "version": 1
}
`
    // What an older release kept is still known.
    const old = `{
  "${page}": {"status":"alive","day":"2024-05-31","fragments":{"update":{"heading":"Update"}}},
  "version": 1
}
`
    const { run, asked, ledger } = await openLinkedRepository(document, pages, old)
    expect(await run('2024-06-01', 'check')).toMatchObject({
      stdout: 'no findings in 1 document, 1 link (0 checked, 1 on the web not checked)\n',
    })
    expect(await run('2024-06-01', ...online)).toMatchObject({
      stdout: 'no findings in 1 document, 1 link (1 checked)\n',
    })
    expect(ledger()).toBe(known('{"heading":"Update"}', '2024-06-01'))
    await run('2024-06-02', ...online)
    expect(asked).toEqual(['GET /update'])

    pages.html = html('Builders are no more.')
    for (const day of ['2024-07-01', '2024-07-02', '2024-07-04']) await run(day, ...online)
    const closest = '{"anchor":"update","heading":"Update"}'
    expect(ledger()).toBe(
      known(`{"heading":"Update","since":"2024-07-01","closest":${closest}}`, '2024-07-04'),
    )
    const { exit, stdout } = await run('2024-07-04', 'check')
    expect(exit).toBe(0)
    expect(stdout).toContain(
      `warning \`${page}\` does not say “are … drv files”, seen from 2024-07-01 to 2024-07-04; it stood below “Update” remote/missing-text\n`,
    )
    expect(stdout).toContain('help: quote what is there now, or link to `#update` (“Update”)\n')
    expect((await run('2024-07-04', 'links', 'why', quoted)).stdout).toContain(
      'remote/missing-text: why',
    )
  })

  it('should fail at once where nobody counts days, and write nothing', async () => {
    const { run, ledger } = await openLinkedRepository(`[builders](${link})\n`, { html: undefined })
    const { exit, stdout } = await run('2024-06-01', ...online)
    expect(exit).toBe(1)
    expect(stdout).toContain('is not there: 404, seen on 2024-06-01 remote/dead')
    expect(ledger()).toBeUndefined()
  })

  it('should tell what it found though it cannot keep it', async () => {
    const pages: Pages = { html: blog('Builder protocol', 'builder-protocol-drv-builder') }
    const { run, ledger } = await openLinkedRepository(`[builders](${link})\n`, pages, empty, {
      fileSystem: {
        ...nodeFileSystem,
        openSync: () => {
          throw Object.assign(new Error('EROFS'), { code: 'EROFS' })
        },
      },
    })
    const { exit, stdout, stderr } = await run('2024-06-01', ...online)
    expect(exit).toBe(0)
    expect(stdout).toBe('no findings in 1 document, 1 link (1 checked)\n')
    expect(stderr).toMatch(/^crossoff: note: the answers are not kept, .*\(EROFS\)\n$/u)
    expect(ledger()).toBe(empty)
    const update = await run('2024-06-01', 'links', 'update', '--allow-private')
    expect(update.exit).toBe(2)
    expect(update.stderr).toContain('(EROFS)')
  })

  it('should write where a page is for good, by what was asked and by what is kept', async () => {
    const pages: Pages = {
      html: blog('Builder protocol', 'builder-protocol-drv-builder'),
      location: 'https://blog.example.org/2024/update',
    }
    const { run, folder, asked } = await openLinkedRepository(`[a](${link})\n`, pages, empty)
    const { exit, stdout } = await run('2024-06-01', ...online)
    expect(exit).toBe(0)
    expect(stdout).toContain(
      'warning the page is at `https://blog.example.org/2024/update` for good',
    )
    expect(asked).toHaveLength(2)
    expect((await run('2024-06-02', 'check', '--fix')).stdout).toContain('1 finding fixed\n')
    expect(asked).toHaveLength(2)
    expect(readFileSync(join(folder, 'TODO.md'), 'utf8')).toBe(
      '[a](https://blog.example.org/2024/update#builder-protocol-drv-builder)\n',
    )
  })

  it('should hint at a page that may not be the one that is meant, and fail no run', async () => {
    const pages: Pages = { html: '<title>Blog</title><h1>Page not found</h1>' }
    const { run, asked, ledger } = await openLinkedRepository(
      '[a](https://blog.example.org/a)\n',
      pages,
      empty,
    )
    await run('2024-06-01', ...online)
    expect(ledger()).toContain(
      '"https://blog.example.org/a": {"status":"alive","day":"2024-06-01","suspect":"the page calls itself “Page not found”"}',
    )
    for (const day of ['2024-06-01', '2024-06-10']) {
      const { exit, stdout } = await run(day, ...online)
      expect(exit).toBe(0)
      expect(stdout).toContain(
        'hint `https://blog.example.org/a` may not be the page that is meant: the page calls itself “Page not found” remote/suspect\n',
      )
    }
    expect(asked).toEqual(['GET /a'])
    const { stdout } = await run('2024-06-10', 'links', 'why', 'https://blog.example.org/a')
    expect(stdout).toContain(
      'may not be the page that is meant: the page calls itself “Page not found”',
    )
  })

  it('should ask nobody twice, though it checks again what was fixed', async () => {
    const pages: Pages = { html: '<h1>x</h1>', location: 'https://blog.example.org/2024/update' }
    const document = '[a](https://blog.example.org/a) [b](https://blog.example.org/2024/update)\n'
    const { run, asked } = await openLinkedRepository(document, pages)
    expect((await run('2024-06-01', ...online, '--fix')).stdout).toContain('1 finding fixed\n')
    expect(asked.toSorted()).toEqual(['GET /2024/update', 'GET /2024/update', 'GET /a'])
  })

  it('should not follow a redirect to where nobody is to ask', async () => {
    const pages: Pages = { html: '', location: 'https://blog.example.org/private/update' }
    const { run, folder, asked } = await openLinkedRepository(`[builders](${link})\n`, pages)
    const path = join(folder, 'crossoff.config.json')
    const skip = '"skip": ["https://blog.example.org/private/"]'
    const config = readFileSync(path, 'utf8').replace('"hosts"', `${skip}, "hosts"`)
    writeFileSync(path, config)
    expect(await run('2024-06-01', ...online)).toMatchObject({
      exit: 0,
      stdout: 'no findings in 1 document, 1 link (0 checked, 1 unknown)\n',
    })
    expect(asked).toEqual(['GET /update-february-24'])
  })

  it('should meet no address that is refused, though a page sends readers there', async () => {
    const html = '<meta http-equiv="refresh" content="0; url=http://169.254.169.254/latest">'
    const { run, asked } = await openLinkedRepository(`[builders](${link})\n`, { html })
    const { stdout } = await run('2024-06-01', 'links', 'why', link, '--online', '--allow-private')
    expect(stdout).toContain('nobody can tell now: an address that no page is served from')
    expect(asked).toEqual(['GET /update-february-24'])
  })

  it('should meet no private address unasked', async () => {
    const { run, asked } = await openLinkedRepository(`[builders](${link})\n`, { html: '' })
    expect(await run('2024-06-01', 'check', '--online')).toEqual({
      exit: 0,
      stdout: 'no findings in 1 document, 1 link (0 checked, 1 unknown)\n',
      stderr: '',
    })
    expect(asked).toEqual([])
  })

  it('should ask nobody where no link leads to the web', async () => {
    const { run, asked } = await openLinkedRepository('no links\n', { html: '' })
    expect((await run('2024-06-01', ...online)).exit).toBe(0)
    expect(asked).toEqual([])
  })

  it('should refuse a ledger with conflicts', async () => {
    const { run } = await openLinkedRepository('# Bakery\n', { html: '' }, '<<<<<<< HEAD\n')
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
