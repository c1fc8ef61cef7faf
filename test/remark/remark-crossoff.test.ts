import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import remarkParse from 'remark-parse'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { main } from '../../src/cli/main.ts'
import remarkCrossoff from '../../src/remark/index.ts'
import type { FileSet, RemarkCrossoffOptions } from '../../src/remark/index.ts'
import { createFakeHost } from '../fakes/fake-host.ts'
import { createRepository } from '../fakes/git-repository.ts'
import { createTemporaryFolder, writeFiles } from '../fakes/temporary-folder.ts'

const bakery = {
  'docs/TODO.md': `# Bakery

- [ ] 🥐 heat the oven, see [the plan](plan.md#ovens)
- [ ] knead [the dough](Plan.md#oven), as [they do](gone.md)

## Dough

[flour]: plan.md
[flour]: plan.md
[rye]: plan.md

[Flour][flour]
`,
  'docs/plan.md': '# Plan\n\n## Oven\n',
}

/** Runs the plugin alone over a file of a folder. */
async function process(
  cwd: string,
  path: string | undefined,
  value: string | Uint8Array,
  options?: RemarkCrossoffOptions,
): Promise<VFile> {
  const processor = unified().use(remarkParse).use(remarkCrossoff, options).use(remarkStringify)
  const file = new VFile({ cwd, value, ...(path !== undefined && { path }) })
  await processor.run(processor.parse(file), file)
  return file
}

/** What `crossoff check --json` says of the same. */
async function check(cwd: string, ...paths: string[]): Promise<Record<string, unknown>[]> {
  const host = createFakeHost(cwd)
  await main(['check', '--json', ...paths], host)
  return JSON.parse(host.output(1)).diagnostics
}

/** A message in the words of a diagnostic. */
function toDiagnostic(file: VFile, path: string): Record<string, unknown>[] {
  return file.messages.map(({ ruleId, source, fatal, reason, place, note }) => {
    expect(source).toBe('crossoff')
    const severity = fatal === undefined ? 'hint' : fatal ? 'error' : 'warning'
    const help = note === undefined ? {} : { help: note }
    return { code: ruleId, severity, message: reason, file: path, ...place, ...help }
  })
}

const withoutFix = ({ fix: _, ...rest }: Record<string, unknown>): unknown => rest

describe('crossoff/remark', () => {
  it('should report what the command reports, and no more', async () => {
    const { root, commit } = createRepository()
    commit('docs: plan the bakery', bakery)
    const file = await process(root, 'docs/TODO.md', bakery['docs/TODO.md'])
    const expected = await check(root, 'docs/TODO.md')
    expect(new Set(expected.map(({ severity }) => severity))).toEqual(
      new Set(['error', 'warning', 'hint']),
    )
    expect(toDiagnostic(file, 'docs/TODO.md')).toEqual(expected.map(withoutFix))
  })

  it('should tell what history knows of a link that died', async () => {
    const { root, commit } = createRepository()
    commit('docs: plan the bakery', bakery)
    rmSync(join(root, 'docs/plan.md'))
    commit('docs: bake without a plan')
    const file = await process(root, 'docs/TODO.md', bakery['docs/TODO.md'])
    const expected = await check(root, 'docs/TODO.md')
    expect(JSON.stringify(expected)).toContain('`docs/plan.md` is gone, since')
    expect(toDiagnostic(file, 'docs/TODO.md')).toEqual(expected.map(withoutFix))
  })

  it('should say what stands at a place that a fix mends, and what could', async () => {
    const { root, commit } = createRepository()
    commit('docs: plan the bakery', bakery)
    const file = await process(root, 'docs/TODO.md', bakery['docs/TODO.md'])
    const mended = file.messages.filter(({ expected }) => expected !== undefined)
    expect(mended.map(({ ruleId, actual, expected }) => [ruleId, actual, expected])).toEqual([
      ['link/letter-case', 'Plan.md#oven', ['plan.md#oven']],
    ])
  })

  it('should check the text that it is given, not the one on the disk', async () => {
    const { root, commit } = createRepository()
    commit('docs: plan the bakery', bakery)
    const unsaved = '# Bakery\n\n[the plan](plan.md#oven), [the till](#till)\n'
    const file = await process(root, 'docs/TODO.md', unsaved)
    expect(file.messages.map(({ reason }) => reason)).toEqual(['no heading gives `#till`'])
    expect(readFileSync(join(root, 'docs/TODO.md'), 'utf8')).toBe(bakery['docs/TODO.md'])
  })

  it('should read a text of bytes, with a byte order mark, as one of characters', async () => {
    const { root, commit } = createRepository()
    const value = new TextEncoder().encode('\uFEFF[the dough](Dough.md)\n')
    commit('docs: knead', { 'README.md': value, 'dough.md': '# Dough\n' })
    const file = await process(root, 'README.md', value)
    expect(file.messages.map(({ actual, expected }) => [actual, expected])).toEqual([
      ['Dough.md', ['dough.md']],
    ])
    expect(toDiagnostic(file, 'README.md')).toEqual((await check(root)).map(withoutFix))
  })

  it('should take the config that the command finds, or the one that it is told', async () => {
    const { root, commit } = createRepository()
    commit('docs: plan the bakery', {
      ...bakery,
      '.crossoff.yaml': 'ignore: [docs/TODO.md]\n',
      'strict.json': '{ "rules": { "link/unused-definition": "error" } }',
    })
    expect((await process(root, 'docs/TODO.md', bakery['docs/TODO.md'])).messages).toEqual([])
    const options = { config: 'strict.json' }
    const file = await process(root, 'docs/TODO.md', '[rye]: plan.md\n\nRye.\n', options)
    expect(file.messages.map(({ ruleId, fatal }) => [ruleId, fatal])).toEqual([
      ['link/unused-definition', true],
    ])
  })

  it('should work where there is no git', async () => {
    const cwd = createTemporaryFolder(bakery)
    const file = await process(cwd, 'docs/TODO.md', bakery['docs/TODO.md'])
    expect(toDiagnostic(file, 'docs/TODO.md')).toEqual(
      (await check(cwd, 'docs/TODO.md')).map(withoutFix),
    )
  })

  it('should leave a text alone that stands nowhere', async () => {
    const cwd = createTemporaryFolder(bakery)
    expect((await process(cwd, undefined, bakery['docs/TODO.md'])).messages).toEqual([])
  })

  it('should say as one message why it cannot run', async () => {
    const cwd = createTemporaryFolder({ ...bakery, '.crossoff.yaml': 'ignored: []\n' })
    const { messages } = await process(cwd, 'docs/TODO.md', bakery['docs/TODO.md'])
    expect(messages.map(({ reason, fatal, note }) => ({ reason, fatal, note }))).toEqual([
      {
        reason: 'the config `.crossoff.yaml` is wrong: unknown key `ignored`',
        fatal: true,
        note: 'did you mean `ignore`?',
      },
    ])
  })

  it.each([
    [{ confg: 'a.json' }, '`crossoff/remark` has no option `confg`; expected `config`'],
    [{ config: 1 }, 'the option `config` of `crossoff/remark` is no path'],
  ])('should refuse options that mean nothing: %j', (options, message) => {
    const plugin: (options: object) => unknown = remarkCrossoff
    expect(() => plugin(options)).toThrow(message)
  })

  it('should look again at a repository that it looked at before', async () => {
    const { root, commit } = createRepository()
    commit('docs: plan the bakery', bakery)
    const processor = unified().use(remarkParse).use(remarkCrossoff).freeze()
    const messages = async (): Promise<number> => {
      const file = new VFile({ cwd: root, path: 'docs/TODO.md', value: '[the plan](plan.md#till)' })
      await processor.run(processor.parse(file), file)
      return file.messages.length
    }
    expect(await messages()).toBe(1)
    writeFiles(root, { 'docs/plan.md': '# Till\n' })
    expect(await messages()).toBe(0)
  })
})

describe('crossoff/remark in a set of files', () => {
  /** A set as unified-engine makes it, and what it does when all files went through their plugins. */
  function createSet(files: readonly VFile[]): FileSet & { complete(): Promise<void> } {
    const completers = new Set<(set: FileSet) => Promise<void>>()
    const set = {
      use: (completer: (set: FileSet) => Promise<void>) => completers.add(completer),
      valueOf: () => files,
      complete: async () => {
        for (const completer of completers) await completer(set)
      },
    }
    return set
  }

  it('should check those that were asked for, each with its own config', async () => {
    const { root, commit } = createRepository()
    const value = '[rye]: plan.md\n\nRye.\n'
    commit('docs: plan', { 'a.md': value, 'b.md': value, 'plan.md': value, 'off.json': OFF })
    const file = (path: string, isAsked: boolean): VFile =>
      new VFile({ cwd: root, path, value, data: isAsked ? { unifiedEngineGiven: true } : {} })
    const [a, b, plan, other] = ['a.md', 'b.md', 'plan.md', 'other.md'].map((path) =>
      file(path, path !== 'plan.md'),
    )
    const files = [a!, b!, plan!, other!]
    const set = createSet(files)
    await remarkCrossoff(null, set)({ type: 'root' }, a!)
    await remarkCrossoff({ config: 'off.json' }, set)({ type: 'root' }, b!)
    await remarkCrossoff(null, set)({ type: 'root' }, plan!)
    expect(files.flatMap(({ messages }) => messages)).toEqual([])
    await set.complete()
    expect(files.map(({ messages }) => messages.length)).toEqual([1, 0, 0, 0])
  })

  it('should check files of several repositories, each against its own', async () => {
    const [oven, till] = [createRepository(), createRepository()]
    for (const { commit } of [oven, till]) commit('docs: start', { 'a.md': '[b](b.md#b)\n' })
    oven.commit('docs: b', { 'b.md': '# B\n' })
    const files = [oven, till].map(
      ({ root }) =>
        new VFile({
          cwd: oven.root,
          path: join(root, 'a.md'),
          value: '[b](b.md#b)\n',
          data: { unifiedEngineGiven: true },
        }),
    )
    const set = createSet(files)
    for (const file of files) await remarkCrossoff(undefined, set)({ type: 'root' }, file)
    await set.complete()
    expect(files.map(({ messages }) => messages.map(({ ruleId }) => ruleId))).toEqual([
      [],
      ['link/missing-file'],
    ])
  })
})

const OFF = '{ "rules": { "link/unused-definition": "off" } }'
