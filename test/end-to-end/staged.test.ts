import { spawnSync } from 'node:child_process'
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { GitRepository } from '../fakes/git-repository.ts'
import { command, type CommandResult, runCommand } from '../fakes/run-command.ts'
import {
  plan,
  list,
  broken,
  moved,
  followed,
  prepare,
  write,
  read,
  stage,
} from '../fakes/staged-repository.ts'
import { createTemporaryFolder, gitEnvironment, writeFiles } from '../fakes/temporary-folder.ts'

/** Sets up the hook, with more words. */
function hook({ root }: GitRepository, ...words: string[]): void {
  const script = `#!/bin/sh\nexec '${process.execPath}' '${command}' check --staged ${words.join(' ')}\n`
  mkdirSync(join(root, '.git/hooks'), { recursive: true })
  writeFileSync(join(root, '.git/hooks/pre-commit'), script, { mode: 0o755 })
}

/** Commits with real git and real hooks. */
function commit({ root }: GitRepository, ...args: string[]): CommandResult {
  const { status, stdout, stderr } = spawnSync(
    'git',
    ['commit', '--quiet', '--message=docs: go on', ...args],
    { cwd: root, env: gitEnvironment, encoding: 'utf8' },
  )
  return { code: status, stdout, stderr }
}

describe('crossoff check --staged, as a hook', () => {
  it('should tell what is wrong without git', () => {
    const repository = prepare()
    const { code, stderr } = runCommand(repository.root, ['check', '--staged'], { PATH: '' })
    expect(code).toBe(2)
    expect(stderr).toContain('install git')
  })
})

describe('crossoff check --staged, in repositories of all kinds, as a hook', () => {
  it('should work in a linked work tree, with the index of that', () => {
    const repository = prepare()
    const folder = createTemporaryFolder()
    repository.git('worktree', 'add', '--quiet', join(folder, 'tree'))
    const tree = { ...repository, root: join(folder, 'tree') }
    hook(repository)
    writeFiles(tree.root, { 'TODO.md': broken })
    const result = commit(tree, '--all')
    expect(result.code).toBe(1)
    expect(result.stdout + result.stderr).toContain('TODO.md:3:29 error')
    expect(commit(repository, '--allow-empty').code).toBe(0)
  })

  it('should check of a merge what neither side has', () => {
    const repository = prepare({ 'plan.md': plan, 'TODO.md': list, 'old.md': '# Old\n' })
    repository.git('switch', '--quiet', '--create', 'side')
    repository.commit('docs: add to the side', {
      'old.md': '# Old\n\n[gone long ago](gone.md)\n',
      'walk.md': '# Walk\n\n[the beds](plan.md#beds)\n',
    })
    repository.git('switch', '--quiet', 'main')
    repository.commit('docs: more', { 'log.md': '# Log\n' })
    hook(repository)
    const merge = (): CommandResult => {
      const { root } = repository
      const args = ['merge', '--quiet', '--no-commit', 'side']
      spawnSync('git', args, { cwd: root, env: gitEnvironment })
      return commit(repository)
    }
    expect(merge().code).toBe(0)
    repository.git('reset', '--quiet', '--hard', 'HEAD~1')
    repository.commit('docs: rename', {
      'plan.md': plan.replace('## Beds', '## Ponds'),
      'TODO.md': '# Garden\n',
    })
    const result = merge()
    expect(result.code).toBe(1)
    expect(result.stdout + result.stderr).toContain('walk.md:3')
    expect(result.stdout + result.stderr).not.toContain('old.md')
  })

  it('should check a merge that git commits by itself', () => {
    const repository = prepare()
    const { root, git } = repository
    git('switch', '--quiet', '--create', 'side')
    repository.commit('docs: add to the side', {
      'walk.md': '[the beds](plan.md#beds) [x](x.md)\n',
    })
    git('switch', '--quiet', 'main')
    repository.commit('docs: rename', { 'plan.md': '# Plan\n', 'TODO.md': '# Garden\n' })
    hook(repository)
    git('config', 'core.hooksPath', join(root, '.git/hooks'))
    renameSync(join(root, '.git/hooks/pre-commit'), join(root, '.git/hooks/pre-merge-commit'))
    const args = ['merge', '--no-edit', 'side']
    const { status, stdout, stderr } = spawnSync('git', args, {
      cwd: root,
      env: gitEnvironment,
      encoding: 'utf8',
    })
    expect(status).not.toBe(0)
    expect(stdout + stderr).toContain('no heading in `plan.md` gives `#beds`')
    expect(stdout + stderr).not.toContain('x.md`')
  })
})

describe('crossoff check --staged --fix, as a hook', () => {
  it('should fix the index, and the work tree that is as it', () => {
    const repository = prepare()
    stage(repository, 'plan.md', moved)
    stage(repository, 'TODO.md', `${list}- [ ] weed\n`)
    hook(repository, '--fix')
    expect(commit(repository)).toMatchObject({ code: 0 })
    expect(repository.git('show', 'HEAD:TODO.md')).toBe(`${followed}- [ ] weed`)
    expect(read(repository, 'TODO.md')).toBe(`${followed}- [ ] weed\n`)
    expect(repository.git('status', '--porcelain')).toBe('')
  })

  it('should keep what is not staged out of the commit, and in the work tree', () => {
    const repository = prepare()
    stage(repository, 'plan.md', moved)
    stage(repository, 'TODO.md', `${list}- [ ] weed\n`)
    write(repository, 'TODO.md', `Mine.\n\n${list}- [ ] weed\n- [ ] mow\n`)
    hook(repository, '--fix')
    expect(commit(repository)).toMatchObject({ code: 0 })
    expect(repository.git('show', 'HEAD:TODO.md')).toBe(`${followed}- [ ] weed`)
    expect(read(repository, 'TODO.md')).toBe(`Mine.\n\n${followed}- [ ] weed\n- [ ] mow\n`)
  })

  it('should fix for `git commit --all` what it takes', () => {
    const repository = prepare()
    write(repository, 'plan.md', moved)
    write(repository, 'TODO.md', `${list}- [ ] weed\n`)
    hook(repository, '--fix')
    expect(commit(repository, '--all')).toMatchObject({ code: 0 })
    expect(repository.git('show', 'HEAD:TODO.md')).toBe(`${followed}- [ ] weed`)
    expect(repository.git('status', '--porcelain')).toBe('')
  })

  it('should only check where `git commit PATHS` makes two indexes, and say so', () => {
    const repository = prepare()
    write(repository, 'plan.md', moved)
    write(repository, 'TODO.md', `${list}- [ ] weed\n`)
    hook(repository, '--fix')
    const result = commit(repository, 'plan.md', 'TODO.md')
    expect(result.code).toBe(1)
    expect(result.stdout + result.stderr).toContain('`git commit PATHS`')
    expect(repository.git('diff', '--cached')).toBe('')
    expect(read(repository, 'TODO.md')).toBe(`${list}- [ ] weed\n`)
    writeFiles(repository.root, { 'TODO.md': `${followed}- [ ] weed\n` })
    expect(commit(repository, 'plan.md', 'TODO.md')).toMatchObject({ code: 0 })
    expect(repository.git('status', '--porcelain')).toBe('')
  })
})
