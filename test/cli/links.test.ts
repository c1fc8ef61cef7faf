import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openLinkedRepository, type Pages } from '../fakes/linked-repository.ts'

const blog = 'https://blog.example.org/update-february-24'
const link = `${blog}#builder-protocol-drv-builder`
const page = (title: string, id: string): string =>
  `<title>Update</title><h1 id="update">Update</h1><h2 id="${id}">${title}</h2><p>Builds.</p>`
const update = ['links', 'update', '--allow-private']

/** A repository whose one link is asked for on the first of June. */
async function openAsked() {
  const pages: Pages = { html: page('Builder protocol', 'builder-protocol-drv-builder') }
  const repository = await openLinkedRepository(`# Frankenbuilds\n\n[builders](${link})\n`, pages)
  return { pages, ...repository, first: await repository.run('2024-06-01', ...update) }
}

describe('links update', () => {
  it('should make a ledger, and leave it alone while nothing is due', async () => {
    const { first, run, asked, ledger } = await openAsked()
    expect(first).toEqual({
      exit: 0,
      stdout: `new → alive  ${blog}
1 address asked for
crossoff.links.json: 4 lines added
note: commit \`crossoff.links.json\`, so that hooks and others prove the same without a network
note: with \`crossoff.links.json merge=union\` in \`.gitattributes\`, it merges without conflicts
`,
      stderr: '',
    })
    const kept = ledger()
    expect((await run('2024-06-02', ...update)).stdout).toBe('nothing to change\n')
    expect(asked).toHaveLength(1)
    expect((await run('2024-06-02', ...update, '--all')).stdout).toBe(
      '1 address asked for\nnothing to change\n',
    )
    expect(asked).toHaveLength(2)
    expect(ledger()).toBe(kept)
  })

  it('should leave a layout alone while there is no news, and line ends for ever', async () => {
    const { run, ledger, folder } = await openAsked()
    const text = `${JSON.stringify(JSON.parse(ledger() ?? ''), undefined, 4)}\n`.replaceAll(
      '\n',
      '\r\n',
    )
    writeFileSync(join(folder, 'crossoff.links.json'), text)
    await run('2024-06-02', ...update, '--all')
    expect(ledger()).toBe(text)
    await run('2024-06-15', ...update)
    expect(ledger()?.split('\r\n')).toHaveLength(5)
  })

  it('should say what it would ask for, and send nothing', async () => {
    const { run, asked } = await openAsked()
    expect((await run('2024-06-02', ...update, '-n', 'TODO.md')).stdout).toBe(
      '0 addresses to ask for\n',
    )
    expect((await run('2024-06-15', ...update, '-n')).stdout).toBe(
      `${blog}\n1 address to ask for\n`,
    )
    expect(asked).toHaveLength(1)
  })

  it('should tell what nobody knows, and change nothing', async () => {
    const { run, ledger } = await openAsked()
    const kept = ledger()
    const { exit, stdout } = await run('2024-07-01', 'links', 'update', '--json')
    expect(exit).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      asked: [blog],
      unknown: [{ url: blog }],
      changes: [],
      written: false,
    })
    expect(ledger()).toBe(kept)
  })
})

describe('links on a terminal', () => {
  const document = '[a](https://blog.example.org/a) [b](https://blog.example.org/b)\n'

  it('should show how far it is, on one line that goes, and colours', async () => {
    let now = 0
    const { run } = await openLinkedRepository(document, { html: '<h1>x</h1>' }, undefined, {
      isTerminal: () => true,
      now: () => (now += 2000),
    })
    const { stdout, stderr } = await run('2024-06-01', ...update)
    expect(stderr).toBe('\r\u001b[Kasking for links 1 of 2\r\u001b[K')
    expect(stdout).toContain('new → \u001b[32malive\u001b[39m  https://blog.example.org/a\n')
  })

  it('should show no colour where nobody wants any', async () => {
    const { run } = await openLinkedRepository(document, { html: '<h1>x</h1>' }, undefined, {
      isTerminal: () => true,
      environment: { PATH: process.env.PATH, NO_COLOR: '1' },
    })
    expect((await run('2024-06-01', ...update)).stdout).not.toContain('\u001b')
    expect((await run('2024-06-01', 'links')).stdout).not.toContain('\u001b')
  })
})

describe('links why', () => {
  it('should tell of a heading that was renamed, from the first day to the last', async () => {
    const { pages, run, asked } = await openAsked()
    expect((await run('2024-06-02', 'links', 'why', link)).stdout).toBe(`${blog} alive
  last asked for on 2024-06-01
  asked for again from 2024-06-15 on
  #builder-protocol-drv-builder alive: stands for “Builder protocol”
  TODO.md:3:12 #builder-protocol-drv-builder
`)
    pages.html = page('The builder protocol', 'the-builder-protocol')
    expect((await run('2024-06-15', ...update)).stdout).toContain(`alive → failing  ${blog}\n`)
    expect((await run('2024-06-15', 'links', 'why', blog)).stdout).toBe(`${blog} failing
  last asked for on 2024-06-15
  #builder-protocol-drv-builder failing: gone since 2024-06-15; fails a run from 2024-06-18 on; stood for “Builder protocol”; closest now: #the-builder-protocol (“The builder protocol”)
  TODO.md:3:12 #builder-protocol-drv-builder
  help: \`crossoff links update\` asks again; a run fails when it is gone for long enough
`)
    await run('2024-06-16', ...update)
    expect((await run('2024-06-17', 'check')).exit).toBe(0)
    await run('2024-06-18', ...update)
    expect((await run('2024-06-18', 'links', 'why', link)).stdout).toContain(`${blog} dead\n`)
    const check = await run('2024-06-18', 'check')
    expect(check.exit).toBe(1)
    expect(check.stdout).toContain('it stood for “Builder protocol” remote/missing-anchor')
    expect(check.stdout).toContain('did you mean `#the-builder-protocol`')
    expect(asked).toHaveLength(4)
  })

  it('should say that nobody writes an address that means another thing in Markdown', async () => {
    const { run } = await openLinkedRepository(
      '[a](https://yeast.example.org/)\n',
      { html: '' },
      '{"https://yeast.example.org/": {"status":"moved","day":"2024-06-01","location":"https://yeast.example.org/a)"},"version":1}',
    )
    const { stdout } = await run('2024-06-02', 'links', 'why', 'https://yeast.example.org/')
    expect(stdout).toContain(
      '  help: write `https://yeast.example.org/a)`, spelt for where the link stands\n',
    )
    expect((await run('2024-06-02', 'check', '--fix')).stdout).toContain('nothing to fix')
  })

  it('should ask at once, show every request, and keep nothing', async () => {
    const { pages, run, ledger } = await openAsked()
    const kept = ledger()
    pages.location = 'https://blog.example.org/2024/update'
    const why = ['links', 'why', link, '--online', '--allow-private']
    expect((await run('2024-06-02', ...why)).stdout).toBe(`${blog} moved
  GET ${blog}: 301, to https://blog.example.org/2024/update
  GET https://blog.example.org/2024/update: 200
  last asked for on 2024-06-02
  for good at https://blog.example.org/2024/update
  asked for again from 2024-06-16 on
  #builder-protocol-drv-builder alive: stands for “Builder protocol”
  TODO.md:3:12 #builder-protocol-drv-builder
  help: \`crossoff check --fix\` writes \`https://blog.example.org/2024/update\`
`)
    expect(ledger()).toBe(kept)
  })

  it('should say who is refused', async () => {
    const { run, asked } = await openAsked()
    const { stdout } = await run('2024-06-02', 'links', 'why', link, '--online')
    expect(stdout).toContain('help: nobody can tell now: ')
    expect(asked).toHaveLength(1)
  })

  it('should say what nobody links to', async () => {
    const { run } = await openAsked()
    expect((await run('2024-06-02', 'links', 'why', 'https://oven.example.org')).stdout).toBe(
      `https://oven.example.org/ unknown
  nobody has answered for it yet
  help: no document links to it
`,
    )
  })

  it('should say why nobody can tell of a fragment, and which nobody has looked up', async () => {
    const oven = 'https://oven.example.org/'
    const entry = {
      status: 'alive',
      day: '2024-06-01',
      etag: '"7"',
      fragments: { hot: { doubt: 'a script' } },
    }
    const ledger = `{\n  "${oven}": ${JSON.stringify(entry)},\n  "version": 1\n}\n`
    const document = `[a](${oven}#L10) [b](${oven}#hot) [c](${oven}) [d](mailto:baker@example.org)\n`
    const { run, folder } = await openLinkedRepository(document, { html: '' }, ledger)
    const why = async (): Promise<string> => (await run('2024-06-02', 'links', 'why', oven)).stdout
    expect(await why()).toBe(`${oven} alive
  last asked for on 2024-06-01
  the server calls it "7"
  asked for again from 2024-06-15 on
  #L10 unknown: lines are shown by the host
  #hot unknown: a script
  TODO.md:1:5 #L10
  TODO.md:1:40 #hot
  TODO.md:1:75
`)
    writeFileSync(join(folder, 'TODO.md'), `[a](${oven}#new)\n`)
    expect(await why()).toContain(
      '  #new unknown\n  TODO.md:1:5 #new\n  help: `crossoff links update`',
    )
  })

  it('should say what to do, whatever is known', async () => {
    const line = (name: string, rest: object): string =>
      `  "https://${name}.example.org/": ${JSON.stringify({ status: 'dead', day: '2024-06-01', ...rest })},\n`
    const ledger = `{\n${line('bread', { since: '2024-05-01', reason: '404' })}${line('cake', {})}  "version": 1\n}\n`
    const document =
      '[a](https://bread.example.org/) [b](https://oat.example.org/) [c](https://skip.example.org/)\n'
    const { run, folder } = await openLinkedRepository(document, { html: '' }, ledger)
    const config = {
      origins: { 'https://docs.example.org': 'docs' },
      remote: { skip: ['https://skip.example.org/'] },
    }
    writeFileSync(join(folder, 'crossoff.config.json'), JSON.stringify(config))
    const why = async (name: string): Promise<string> =>
      (await run('2024-06-02', 'links', 'why', `https://${name}.example.org/`)).stdout
    expect(await why('bread')).toContain('gone since 2024-05-01: 404\n')
    expect(await why('bread')).toContain('`<!-- crossoff-ignore-next remote/dead: why -->`')
    expect(await why('cake')).toContain('`crossoff links prune` drops what is known of it')
    expect(await why('oat')).toContain('help: `crossoff links update` asks for it')
    expect(await why('skip')).toContain('help: `remote.skip` in the config leaves it alone')
    expect(await why('docs')).toContain('help: links below `https://docs.example.org` are proven')
  })

  it.each([
    [['why'], 'needs one URL'],
    [['why', 'TODO.md'], '`TODO.md` is no address on the web'],
    [['prune', 'TODO.md'], 'looks at the whole repository'],
    [['bake'], 'expected one of `status`, `update`, `why`, `prune`'],
    [['prunes'], 'did you mean `prune`?'],
    [['status', '--online'], '`--online` means nothing with `links status`'],
  ])('should refuse %j', async (words, reason) => {
    const { run } = await openAsked()
    const { exit, stderr } = await run('2024-06-02', 'links', ...words)
    expect(exit).toBe(2)
    expect(stderr).toContain(reason)
  })
})

describe('links status', () => {
  const document = `[a](${link})\n[b](https://oven.example.org/)\n[c](https://rye.example.org/x)\n`
  const ledger = `{
  "${blog}": {"status":"alive","day":"2024-06-01","fragments":{"builder-protocol-drv-builder":{"since":"2024-05-01"}}},
  "https://rye.example.org/x": {"status":"dead","day":"2024-05-30","since":"2024-05-30","reason":"404"},
  "https://yeast.example.org/": {"status":"moved","day":"2024-05-30","location":"https://yeast.example.org/new"},
  "version": 1
}
`

  it('should count by verdict and host, the oldest first, and ask nobody', async () => {
    const { run, asked } = await openLinkedRepository(document, { html: '' }, ledger)
    expect((await run('2024-06-02', 'links')).stdout).toBe(`never       oven.example.org  1 unknown
2024-05-30  rye.example.org   1 failing
2024-06-01  blog.example.org  1 dead
failing https://rye.example.org/x
dead ${blog}
3 addresses on 3 hosts: 1 dead, 1 failing, 1 unknown
\`crossoff links why URL\` tells more
1 address without a link: \`crossoff links prune\` drops what is known of them
`)
    const { stdout } = await run('2024-06-02', 'links', 'status', 'TODO.md', '--json')
    expect(JSON.parse(stdout)).toMatchObject({
      links: [
        { url: 'https://oven.example.org/', status: 'unknown', fragments: [] },
        { url: 'https://rye.example.org/x', failsOn: '2024-06-02', reason: '404' },
        { url: blog, status: 'dead', links: [{ file: 'TODO.md', line: 1, column: 5 }] },
      ],
      unlinked: [],
    })
    expect(asked).toEqual([])
  })
})

describe('links prune', () => {
  it('should drop what nothing links to, fragments too, and no other byte', async () => {
    const line = `  "${blog}": {"status":"alive","day":"2024-06-01"},\n`
    const ledger = `{
  "${blog}": {"status":"alive","day":"2024-06-01","fragments":{"gone":{"heading":"Gone"}}},
  "https://yeast.example.org/": {"status":"alive","day":"2024-05-30"},
  "version": 1
}
`
    const repository = await openLinkedRepository(`[a](${blog})\n`, { html: '' }, ledger)
    const dry = await repository.run('2024-06-02', 'links', 'prune', '--dry-run')
    expect(dry.stdout).toContain('-  "https://yeast.example.org/"')
    expect(repository.ledger()).toBe(ledger)
    expect((await repository.run('2024-06-02', 'links', 'prune')).stdout).toBe(
      'alive → dropped  https://yeast.example.org/\ncrossoff.links.json: 1 line added, 2 lines removed\n',
    )
    expect(repository.ledger()).toBe(`{\n${line}  "version": 1\n}\n`)
    expect((await repository.run('2024-06-02', 'links', 'prune')).stdout).toBe(
      'nothing to change\n',
    )
  })

  it('should make no ledger', async () => {
    const { run, ledger } = await openLinkedRepository(`[a](${blog})\n`, { html: '' })
    expect((await run('2024-06-02', 'links', 'prune')).stdout).toBe('nothing to change\n')
    expect(ledger()).toBeUndefined()
  })
})
