import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { choosePalette } from '../../src/cli/choose-palette.ts'
import type { Host } from '../../src/cli/host.ts'
import { main } from '../../src/cli/main.ts'
import { createNodeHost } from '../../src/cli/node-host.ts'
import { readOperationValues } from '../../src/cli/operation-values.ts'
import { renderTable } from '../../src/cli/render-table.ts'
import { showProgress } from '../../src/cli/show-progress.ts'
import { plainPalette } from '../../src/reporters/palette.ts'
import { createFakeHost } from '../fakes/fake-host.ts'
import { commitAll, createTemporaryFolder } from '../fakes/temporary-folder.ts'
import * as v from 'valibot'

describe('main', () => {
  it('should show the stack of an error that is its own mistake', async () => {
    const folder = createTemporaryFolder({ 'TODO.md': '# List\n' })
    const host = createFakeHost(folder, {
      readInput: () => {
        throw new TypeError('no such thing')
      },
    })
    expect(await main(['add', '-'], host)).toBe(70)
    expect(host.output(1)).toBe('')
    expect(host.output(2)).toMatch(
      /^crossoff: this is a bug in crossoff; please report it with these lines\nTypeError: no such thing\n {4}at /u,
    )
  })

  it.each([
    ['a string', 'a string'],
    [Object.assign(new Error('bare'), { stack: undefined }), 'bare'],
  ])('should show what else was thrown: %s', async (thrown, words) => {
    const folder = createTemporaryFolder({ 'TODO.md': '# List\n' })
    // What a dependency throws need not be an error.
    const readInput = vi.fn<Host['readInput']>().mockThrow(thrown)
    const host = createFakeHost(folder, { readInput })
    expect(await main(['add', '-'], host)).toBe(70)
    expect(host.output(2).split('\n').slice(1)).toEqual([words, ''])
  })

  it('should edit in an editor where there is a terminal', async () => {
    const folder = createTemporaryFolder({ 'TODO.md': '# List\n\nOld words.\n' })
    const host = createFakeHost(folder, {
      environment: { EDITOR: `sed -i 's/Old/New/'` },
      isTerminal: () => true,
    })
    expect(await main(['edit', 'List', '--no-color'], host)).toBe(0)
    expect(host.output(1)).toBe('TODO.md: 1 line added, 1 line removed\nedit: List\n')
  })

  it('should say on which link a document is reached', async () => {
    const folder = createTemporaryFolder({ 'docs/TODO.md': '# List\n\n- Rake\n' })
    symlinkSync('docs/TODO.md', join(folder, 'TODO.md'))
    commitAll(folder)
    const host = createFakeHost(folder)
    expect(await main(['done', 'Rake', '-f', 'TODO.md'], host)).toBe(0)
    expect(host.output(1)).toBe('TODO.md: 1 line added, 1 line removed\ndone: List › Rake\n')
  })
})

describe('createNodeHost', () => {
  it('should be of this process', () => {
    const host = createNodeHost()
    expect(host.directory).toBe(process.cwd())
    expect(host.now()).toBeGreaterThan(0)
  })
})

describe('choosePalette', () => {
  const isColourful = async (
    environment: NodeJS.ProcessEnv,
    isTerminal: boolean,
    wanted?: boolean,
  ): Promise<boolean> => {
    const host = createFakeHost('/', { environment, isTerminal: () => isTerminal })
    return (await choosePalette(host, wanted)) !== plainPalette
  }

  it.each([
    [{}, true, undefined, true],
    [{}, false, undefined, false],
    [{ TERM: 'dumb' }, true, undefined, false],
    [{ NO_COLOR: '1' }, true, undefined, false],
    [{ NO_COLOR: '' }, true, undefined, true],
    [{ FORCE_COLOR: '1' }, false, undefined, true],
    [{ FORCE_COLOR: '0' }, true, undefined, false],
    [{ FORCE_COLOR: 'false' }, true, undefined, false],
    [{ FORCE_COLOR: '1', NO_COLOR: '1' }, true, undefined, false],
    [{ NO_COLOR: '1' }, false, true, true],
    [{ FORCE_COLOR: '1' }, true, false, false],
  ])(
    'should decide for %j, terminal %s, switch %s: %s',
    async (environment, isTerminal, wanted, expected) => {
      expect(await isColourful(environment, isTerminal, wanted)).toBe(expected)
    },
  )
})

describe('showProgress', () => {
  it('should wait a second, then show steps on a terminal, and clear them at the end', () => {
    let now = 0
    const host = createFakeHost('/', { isTerminal: () => true, now: () => now })
    const progress = showProgress(host)
    for (const [time, done] of [
      [10, 1],
      [999, 2],
      [1000, 3],
      [1050, 4],
      [1100, 5],
      [1200, 6],
    ] as const) {
      now = time
      progress('reading revision', done, 6)
    }
    expect(host.output(2)).toBe(
      '\r\u001b[Kreading revision 3 of 6\r\u001b[Kreading revision 5 of 6\r\u001b[K',
    )
  })

  it('should be silent where work is short, and without a terminal', () => {
    const host = createFakeHost('/', { isTerminal: () => true })
    showProgress(host)('checking', 1, 1)
    expect(host.output(2)).toBe('')
    const pipe = createFakeHost('/', { now: () => 5000 })
    showProgress(pipe)('checking', 1, 2)
    expect(pipe.output(2)).toBe('')
  })
})

describe('renderTable', () => {
  it('should wrap what is long, on either side', () => {
    const rows = [
      ['short', 'word '.repeat(25).trim()],
      ['a-name-that-is-much-longer-than-the-column-is', 'text'],
    ] as const
    expect(renderTable(rows)).toMatchInlineSnapshot(`
      "  short                             word word word word word word word word word word word word word
                                          word word word word word word word word word word word word
        a-name-that-is-much-longer-than-the-column-is
                                          text
      "
    `)
  })
})

describe('readOperationValues', () => {
  it('should read names, words and needs from a schema', () => {
    const schema = v.strictObject({
      op: v.literal('paint'),
      wall: v.string(),
      color: v.exactOptional(
        v.pipe(v.string(), v.description('RAL number.'), v.metadata({ flag: 'RAL' })),
      ),
      note: v.optional(v.pipe(v.string(), v.description('Why so.'))),
    })
    expect(readOperationValues(schema)).toEqual([
      { name: 'wall', flag: 'TEXT', summary: '', isOptional: false, isBody: false },
      { name: 'color', flag: 'RAL', summary: 'RAL number', isOptional: true, isBody: false },
      { name: 'note', flag: 'TEXT', summary: 'why so', isOptional: true, isBody: false },
    ])
  })

  it('should refuse what is no object', () => {
    expect(() => readOperationValues(v.string())).toThrow(
      'the values of an operation are an object',
    )
  })
})
