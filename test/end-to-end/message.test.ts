import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createRepository, type GitRepository } from '../fakes/git-repository.ts'
import { gitEnvironment } from '../fakes/temporary-folder.ts'

const command = join(import.meta.dirname, '..', '..', 'dist', 'cli', 'crossoff.cjs')

const list = '# Garden\n\n- [ ] dig the north bed\n- [ ] sow the peas\n'
const checked = list.replace('[ ] dig', '[x] dig')
const dropped = list.replace('- [ ] dig the north bed\n', '')

/** A repository with the hook, and an editor that keeps what it was shown, and changes it by a line of sed. */
function prepare(): GitRepository {
  const repository = createRepository()
  repository.commit('docs: plan the garden', { 'TODO.md': list })
  const hook = `#!/bin/sh\nexec '${process.execPath}' '${command}' message "$@"\n`
  writeFileSync(join(repository.root, '.git/hooks/prepare-commit-msg'), hook, { mode: 0o755 })
  return repository
}

/** Commits, and gives what the editor was shown, and the message that came of it. */
function commit(
  { root, git }: GitRepository,
  args: readonly string[],
  sed = '',
): { readonly shown: string; readonly message: string } {
  const shown = join(root, '.git', 'shown')
  writeFileSync(shown, '')
  const editor = join(root, '.git', 'editor')
  writeFileSync(editor, `#!/bin/sh\ncp "$1" '${shown}'\nsed -i.bak '${sed}' "$1"\n`, {
    mode: 0o755,
  })
  execFileSync('git', ['commit', '--quiet', ...args], {
    cwd: root,
    env: { ...gitEnvironment, GIT_EDITOR: editor },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  return { shown: readFileSync(shown, 'utf8'), message: git('log', '-1', '--format=%B') }
}

function trailers({ git }: GitRepository): string {
  return git('log', '-1', '--format=%(trailers:only)')
}

function stage({ root, git }: GitRepository, text: string): void {
  writeFileSync(join(root, 'TODO.md'), text)
  git('add', 'TODO.md')
}

const drafted = 'docs(TODO): check "dig the north bed"\n\nTodo-Outcome: done'

describe('crossoff message, as a hook', () => {
  it('should draft a message that can be taken as it is', () => {
    const repository = prepare()
    stage(repository, checked)
    const { shown, message } = commit(repository, [])
    expect(shown.startsWith(`${drafted}\n\n# Please enter`)).toBe(true)
    expect(message).toBe(drafted)
    expect(trailers(repository)).toBe('Todo-Outcome: done')
  })

  it('should show choices, of which one becomes a trailer', () => {
    const repository = prepare()
    stage(repository, dropped)
    const { message } = commit(repository, [], 's/^# \\(Todo-Outcome: shipped\\).*/\\1/')
    expect(message).toBe('docs(TODO): drop "dig the north bed"\n\nTodo-Outcome: shipped')
    expect(trailers(repository)).toBe('Todo-Outcome: shipped')
    stage(repository, '# Garden\n')
    expect(commit(repository, []).message).toBe('docs(TODO): drop "sow the peas"')
  })

  it('should see what is staged alone, and what `-a` and paths would commit', () => {
    const repository = prepare()
    writeFileSync(join(repository.root, 'TODO.md'), checked)
    writeFileSync(join(repository.root, 'bed.txt'), '')
    repository.git('add', 'bed.txt')
    expect(commit(repository, ['-m', 'make a bed']).message).toBe('make a bed')
    expect(commit(repository, ['-a']).message).toBe(drafted)
    writeFileSync(join(repository.root, 'TODO.md'), checked.replace('[ ] sow', '[x] sow'))
    expect(commit(repository, ['TODO.md']).message).toBe(
      drafted.replace('dig the north bed', 'sow the peas'),
    )
  })

  it('should keep the diff of a verbose commit', () => {
    const repository = prepare()
    stage(repository, checked)
    const { shown, message } = commit(repository, ['-v'])
    expect(shown).toContain('\n# ------------------------ >8 ------------------------\n')
    expect(
      shown.endsWith('-- [ ] dig the north bed\n+- [x] dig the north bed\n - [ ] sow the peas\n'),
    ).toBe(true)
    expect(message).toBe(drafted)
  })

  it('should leave an amended message alone, and one of another commit', () => {
    const repository = prepare()
    stage(repository, checked)
    expect(commit(repository, ['--amend']).message).toBe('docs: plan the garden')
    stage(repository, checked.replace('[ ] sow', '[x] sow'))
    expect(commit(repository, ['--amend', '-m', 'dig again']).message).toBe(
      'dig again\n\nTodo-Outcome: done',
    )
    stage(repository, list)
    commit(repository, ['-m', 'dig once more'])
    stage(repository, checked)
    expect(commit(repository, ['-C', 'HEAD']).message).toBe('dig once more')
  })

  it('should join the trailers of a message', () => {
    const repository = prepare()
    stage(repository, checked)
    const { message } = commit(repository, ['-s', '-m', '#7 dig'])
    expect(message).toBe('#7 dig\n\nSigned-off-by: Ada <ada@example.org>\nTodo-Outcome: done')
    expect(trailers(repository).split('\n')).toHaveLength(2)
  })

  it('should draft above a sign-off, and let git refuse an empty message that has one', () => {
    const repository = prepare()
    stage(repository, checked)
    expect(() => commit(repository, ['-s', '-m', ''])).toThrow('empty commit message')
    writeFileSync(join(repository.root, '.git/blank'), ' \n\t\n')
    expect(() => commit(repository, ['-s', '-F', '.git/blank'])).toThrow('empty commit message')
    expect(commit(repository, ['-s']).message).toBe(
      'docs(TODO): check "dig the north bed"\n\nSigned-off-by: Ada <ada@example.org>\nTodo-Outcome: done',
    )
    expect(trailers(repository).split('\n')).toHaveLength(2)
  })

  it('should leave merges, rebases and cherry-picks alone', () => {
    const repository = prepare()
    const { git, root } = repository
    git('checkout', '-q', '-b', 'spring')
    writeFileSync(join(root, 'TODO.md'), checked)
    git('commit', '-qa', '--no-verify', '-m', 'dig\n\nTodo-Outcome: shipped')
    git('commit', '-q', '--amend', '--no-verify', '-m', 'dig')
    git('checkout', '-q', 'main')
    repository.commit('make a bed', { 'bed.txt': '' })
    const before = git('log', '-1', '--format=%B', 'spring')
    git('cherry-pick', 'spring')
    expect(git('log', '-1', '--format=%B')).toBe(before)
    git('reset', '-q', '--hard', 'HEAD~1')
    git('merge', '-q', '--no-ff', '--no-edit', 'spring')
    expect(git('log', '-1', '--format=%B')).toBe("Merge branch 'spring'")
    git('reset', '-q', '--hard', 'HEAD~1')
    git('merge', '-q', '--no-ff', '--no-commit', 'spring')
    expect(commit(repository, ['-m', 'spring']).message).toBe('spring')
  })

  it('should stand above a template', () => {
    const repository = prepare()
    writeFileSync(join(repository.root, '.git/template'), 'Why:\n# Say why.\n')
    repository.git('config', 'commit.template', '.git/template')
    stage(repository, checked)
    expect(commit(repository, []).message).toBe(
      'docs(TODO): check "dig the north bed"\n\nWhy:\n\nTodo-Outcome: done',
    )
  })

  it('should leave the trailers of a template what they are', () => {
    const repository = prepare()
    writeFileSync(join(repository.root, '.git/template'), '\nTicket: \nReviewed-by: \n')
    repository.git('config', 'commit.template', '.git/template')
    stage(repository, checked)
    commit(repository, [], 's/^Ticket: /&7/')
    expect(trailers(repository)).toBe('Ticket: 7\nReviewed-by: \nTodo-Outcome: done')
  })

  it.each([';', 'auto'])('should write comments as git does: %s', (character) => {
    const repository = prepare()
    repository.git('config', 'core.commentChar', character)
    stage(repository, dropped)
    const { shown, message } = commit(repository, [])
    const mark = character === 'auto' ? '#' : character
    expect(shown).toContain(`\n${mark} Todo-Outcome: shipped|done|abandoned|merged\n`)
    expect(message).toBe('docs(TODO): drop "dig the north bed"')
  })

  it('should see the comment character that git chose by a template', () => {
    const repository = prepare()
    writeFileSync(join(repository.root, '.git/template'), '#7\n')
    repository.git('config', 'core.commentChar', 'auto')
    stage(repository, dropped)
    const { shown, message } = commit(repository, ['-t', '.git/template'])
    expect(shown).toContain('\n; Todo-Outcome: shipped|done|abandoned|merged\n')
    expect(message).toBe('docs(TODO): drop "dig the north bed"\n\n#7')
  })

  it('should leave nothing in a message that git does not clean up', () => {
    const repository = prepare()
    repository.git('config', 'commit.cleanup', 'scissors')
    stage(repository, dropped)
    expect(commit(repository, []).message).toBe('docs(TODO): drop "dig the north bed"')
  })

  it('should work in a linked work tree', () => {
    const repository = prepare()
    const { git, root } = repository
    git('worktree', 'add', '-q', '.git/beds', '-b', 'beds')
    const linked = join(root, '.git/beds')
    writeFileSync(join(linked, 'TODO.md'), checked)
    execFileSync('git', ['commit', '-qam', 'dig'], { cwd: linked, env: gitEnvironment })
    expect(git('log', '-1', '--format=%B', 'beds')).toBe('dig\n\nTodo-Outcome: done')
  })

  it('should not wait for a pipe', () => {
    const repository = prepare()
    stage(repository, checked)
    const { root } = repository
    execFileSync('mkfifo', ['pipe'], { cwd: root })
    const run = spawnSync(process.execPath, [command, 'message', 'pipe'], {
      cwd: root,
      env: gitEnvironment,
      encoding: 'utf8',
      timeout: 20_000,
    })
    expect([run.status, run.stderr]).toEqual([2, expect.stringContaining('pipe')])
  })

  it('should let a commit pass that touches no document, and one of no document at all', () => {
    const repository = prepare()
    repository.git('rm', '-q', 'TODO.md')
    expect(commit(repository, ['-m', 'clear']).message).toBe('clear')
    writeFileSync(join(repository.root, 'bed.txt'), '')
    repository.git('add', 'bed.txt')
    expect(commit(repository, ['-m', 'make a bed']).message).toBe('make a bed')
  })
})
