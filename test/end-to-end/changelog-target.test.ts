import { existsSync, lstatSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { createFakeHost } from '../fakes/fake-host.ts'
import { createRepository, type GitRepository } from '../fakes/git-repository.ts'
import { gitEnvironment } from '../fakes/temporary-folder.ts'

interface Result {
  readonly code: number
  readonly output: string
  readonly errors: string
}

async function run({ root }: GitRepository, ...words: string[]): Promise<Result> {
  const host = createFakeHost(root, { environment: gitEnvironment })
  const code = await main(words, host)
  return { code, output: host.output(1), errors: host.output(2) }
}

/** A bakery that heats its oven. */
function bakery(): GitRepository {
  const repository = createRepository()
  const plan = '# Bakery\n\n## Features\n\n- Heat the oven\n- Ring a bell\n'
  repository.commit('docs: plan', { 'TODO.md': plan })
  repository.commit('feat: heat the oven', {
    'TODO.md': plan.replace('- Heat the oven\n', ''),
    'oven.c': 'heat();\n',
  })
  return repository
}

describe('a changelog that is written', () => {
  it.each([[[]], [['--dry-run']]])(
    'should leave a link to nowhere alone, with %j',
    async (flags) => {
      const repository = bakery()
      const link = join(repository.root, 'CHANGELOG.md')
      symlinkSync('docs/NEWS.md', link)
      expect(await run(repository, 'changelog', '--write', 'CHANGELOG.md', ...flags)).toEqual({
        code: 2,
        output: '',
        errors: 'crossoff: `CHANGELOG.md` is a link that leads nowhere\n',
      })
      expect(lstatSync(link).isSymbolicLink()).toBe(true)
    },
  )

  it.each(['indexed', 'untracked'])('should go behind an %s link to a folder', async (kind) => {
    const repository = bakery()
    mkdirSync(join(repository.root, 'docs'))
    symlinkSync('docs', join(repository.root, 'pages'))
    if (kind === 'indexed') repository.commit('docs: link the pages')
    const write = ['changelog', '--write', 'pages/CHANGELOG.md']
    expect(await run(repository, ...write)).toMatchObject({ code: 0, errors: '' })
    expect(readFileSync(join(repository.root, 'docs/CHANGELOG.md'), 'utf8')).toContain('Heat the')
    expect(await run(repository, ...write)).toMatchObject({
      output: 'pages/CHANGELOG.md: nothing to change\n',
    })
    expect(existsSync(join(repository.root, 'pages/TODO.md'))).toBe(false)
  })
})
