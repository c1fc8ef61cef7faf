import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commitAll, createTemporaryFolder, gitEnvironment } from '../fakes/temporary-folder.ts'

const root = join(import.meta.dirname, '..', '..')
const command = join(root, 'dist', 'cli', 'crossoff.cjs')
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

interface Result {
  readonly exit: number | null
  readonly stdout: string
  readonly stderr: string
}

function run(
  args: readonly string[],
  options: {
    readonly cwd?: string
    readonly env?: NodeJS.ProcessEnv
    readonly input?: string
    readonly timeout?: number
  } = {},
): Result {
  const result = spawnSync(process.execPath, [command, ...args], {
    encoding: 'utf8',
    input: '',
    ...options,
    env: { ...gitEnvironment, ...options.env },
  })
  return { exit: result.status, stdout: result.stdout, stderr: result.stderr }
}

const list = '# List\n\n- Rake\n- Spade\n'

describe('crossoff', () => {
  it.each(['--version', '-V'])('should tell its version: %s', (flag) => {
    expect(run([flag])).toEqual({ exit: 0, stdout: `${version}\n`, stderr: '' })
  })

  it('should drop an item and take it back, byte for byte', () => {
    const folder = createTemporaryFolder({ 'TODO.md': list })
    commitAll(folder)
    expect(run(['drop', 'Rake', '--inverse', 'back.json'], { cwd: folder })).toEqual({
      exit: 0,
      stdout: 'TODO.md: 1 line removed\ndrop: List › Rake\n',
      stderr: '',
    })
    expect(readFileSync(join(folder, 'TODO.md'), 'utf8')).toBe('# List\n\n- Spade\n')
    expect(run(['apply', 'back.json'], { cwd: folder }).exit).toBe(0)
    expect(readFileSync(join(folder, 'TODO.md'), 'utf8')).toBe(list)
  })

  it.each([
    ['a byte order mark', `\uFEFF${list}`],
    ['other line ends', list.replaceAll('\n', '\r\n')],
    ['no line end', list.trimEnd()],
  ])('should print a diff that git applies: %s', (_, text) => {
    const folder = createTemporaryFolder({ 'TODO.md': text })
    commitAll(folder)
    const { stdout } = run(['rename', 'List', 'Tools', '--dry-run'], { cwd: folder })
    const options = { cwd: folder, env: gitEnvironment, input: stdout }
    expect(spawnSync('git', ['apply', '-'], options).status).toBe(0)
    expect(readFileSync(join(folder, 'TODO.md'), 'utf8')).toBe(text.replace('List', 'Tools'))
  })

  it('should read standard input', () => {
    const folder = createTemporaryFolder({ 'TODO.md': list })
    expect(run(['add', '-', '--after', 'Rake'], { cwd: folder, input: 'Hoe\n' }).exit).toBe(0)
    expect(readFileSync(join(folder, 'TODO.md'), 'utf8')).toBe('# List\n\n- Rake\n- Hoe\n- Spade\n')
  })

  it('should work in a work tree, and in a repository that a hook names', () => {
    const folder = createTemporaryFolder({ 'main/TODO.md': list })
    commitAll(join(folder, 'main'))
    execFileSync('git', ['worktree', 'add', '--quiet', '../other'], {
      cwd: join(folder, 'main'),
      env: gitEnvironment,
    })
    expect(run(['check'], { cwd: join(folder, 'other') }).stdout).toBe(
      'no findings in 1 document, 0 links (0 checked)\n',
    )
    const env = {
      GIT_DIR: join(folder, 'main', '.git'),
      GIT_INDEX_FILE: join(folder, 'main', '.git', 'index'),
    }
    expect(run(['check'], { cwd: join(folder, 'main'), env }).exit).toBe(0)
  })

  it('should check one document without git', () => {
    const folder = createTemporaryFolder({ 'TODO.md': '[a](a.md)\n', 'a.md': '' })
    commitAll(folder)
    const env = { PATH: '/nowhere' }
    expect(run(['check', '-f', 'TODO.md'], { cwd: folder, env }).exit).toBe(0)
    const whole = run(['check'], { cwd: folder, env })
    expect(whole.exit).toBe(2)
    expect(whole.stderr).toMatch(/^crossoff: `git` cannot be run in /u)
  })

  it('should end silently where nobody reads', () => {
    const items = Array.from({ length: 20_000 }, (_, index) => `- Item ${index}\n`).join('')
    const folder = createTemporaryFolder({ 'TODO.md': `# List\n\n${items}` })
    const script = '"$0" "$1" list | head -n 1; echo "exit ${PIPESTATUS[0]}"'
    const result = spawnSync(
      'bash',
      ['--noprofile', '--norc', '-c', script, process.execPath, command],
      {
        cwd: folder,
        encoding: 'utf8',
        env: gitEnvironment,
      },
    )
    expect(result.stdout).toBe('List :1\nexit 0\n')
    expect(result.stderr).toBe('')
  })

  it('should write all where the reader is slow', () => {
    const items = Array.from({ length: 20_000 }, (_, index) => `- Item ${index}\n`).join('')
    const folder = createTemporaryFolder({ 'TODO.md': `# List\n\n${items}` })
    const script = '"$0" "$1" list | { sleep 0.3; wc -l; }'
    const result = spawnSync(
      'bash',
      ['--noprofile', '--norc', '-c', script, process.execPath, command],
      {
        cwd: folder,
        encoding: 'utf8',
        env: gitEnvironment,
      },
    )
    expect(result.stdout.trim()).toBe('20001')
  })

  it('should say that the output cannot be written', () => {
    const folder = createTemporaryFolder({ 'TODO.md': list })
    const full = openSync('/dev/full', 'w')
    try {
      const result = spawnSync(process.execPath, [command, 'list'], {
        cwd: folder,
        encoding: 'utf8',
        env: gitEnvironment,
        stdio: ['ignore', full, 'pipe'],
      })
      expect(result.status).toBe(2)
      expect(result.stderr).toBe(
        'crossoff: the output cannot be written: no space is left on the device (ENOSPC)\n',
      )
    } finally {
      closeSync(full)
    }
  })

  it('should refuse where it may not write', ({ skip }) => {
    const folder = createTemporaryFolder({ 'docs/TODO.md': list })
    const docs = join(folder, 'docs')
    // No permission keeps root from writing, but a disk that is read-only does.
    const isRoot = process.getuid?.() === 0
    if (isRoot) {
      const mounted = spawnSync('mount', ['-t', 'tmpfs', 'tmpfs', docs])
      if (mounted.status !== 0) skip('a disk cannot be mounted here')
      writeFileSync(join(docs, 'TODO.md'), list)
      spawnSync('mount', ['-o', 'remount,ro', docs])
    } else chmodSync(docs, 0o555)
    try {
      const result = run(['drop', 'Rake', '-f', 'docs/TODO.md'], { cwd: folder })
      const reason = isRoot ? 'the file system is read-only (EROFS)' : 'permission denied (EACCES)'
      expect(result.stderr).toBe(
        `crossoff: \`docs/TODO.md\` cannot be written: ${reason}\n  nothing was written\n`,
      )
      expect(result.exit).toBe(2)
      expect(readFileSync(join(docs, 'TODO.md'), 'utf8')).toBe(list)
    } finally {
      if (isRoot) spawnSync('umount', [docs])
      else chmodSync(docs, 0o755)
    }
  })

  it.each([
    ['drop', 'Rake', '--plan', 'pipe'],
    ['drop', 'Rake', '--inverse', 'pipe'],
    ['diff', 'TODO.md', 'TODO.md', '--plan', 'pipe'],
  ])('should not wait for a pipe to end that it shall write: %s %s %s %s', (...args) => {
    const folder = createTemporaryFolder({ 'TODO.md': list })
    execFileSync('mkfifo', [join(folder, 'pipe')])
    expect(run(args, { cwd: folder, timeout: 20_000 })).toEqual({
      exit: 2,
      stdout: '',
      stderr: 'crossoff: `pipe` cannot be written: it is not a regular file\n',
    })
    expect(readFileSync(join(folder, 'TODO.md'), 'utf8')).toBe(list)
  })

  it('should leave the document where the disk is full', ({ skip }) => {
    const folder = createTemporaryFolder()
    const place = join(folder, 'small')
    mkdirSync(place)
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', place])
    if (mounted.status !== 0) skip('a small disk cannot be mounted here')
    try {
      const text = `# List\n\n- Rake\n${'- A line of some length\n'.repeat(330)}`
      writeFileSync(join(place, 'TODO.md'), text)
      writeFileSync(join(place, 'ballast'), Buffer.alloc(4096))
      const result = run(['drop', 'Rake'], { cwd: place })
      expect(result.stderr).toBe(
        'crossoff: `TODO.md` cannot be written: no space is left on the device (ENOSPC)\n  nothing was written\n',
      )
      expect(result.exit).toBe(2)
      expect(readFileSync(join(place, 'TODO.md'), 'utf8')).toBe(text)
      expect(readdirSync(place).sort()).toEqual(['TODO.md', 'ballast'])
    } finally {
      spawnSync('umount', [place])
    }
  })

  it('should open the editor that is named, and write what it leaves', () => {
    const folder = createTemporaryFolder({
      'TODO.md': '# List\n\nOld words.\n',
      'my editor': '#!/bin/sh\nsed -i "s/Old/$1/" "$2"\n',
    })
    chmodSync(join(folder, 'my editor'), 0o755)
    symlinkSync('my editor', join(folder, 'link'))
    // `script` gives the command a terminal to ask in.
    const line = `'${process.execPath}' '${command}' edit List`
    const result = spawnSync('script', ['-qec', line, '/dev/null'], {
      cwd: folder,
      encoding: 'utf8',
      input: '',
      env: { ...gitEnvironment, EDITOR: `'${join(folder, 'my editor')}' New`, NO_COLOR: '1' },
    })
    expect(result.stdout.replaceAll('\r', '')).toBe(
      'TODO.md: 1 line added, 1 line removed\nedit: List\n',
    )
    expect(readFileSync(join(folder, 'TODO.md'), 'utf8')).toBe('# List\n\nNew words.\n')
  })
})
