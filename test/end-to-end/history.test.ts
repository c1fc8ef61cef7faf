import { execFile, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { createRepository, type GitRepository } from '../fakes/git-repository.ts'
import { createTemporaryFolder, gitEnvironment } from '../fakes/temporary-folder.ts'

const command = join(import.meta.dirname, '..', '..', 'dist', 'cli', 'crossoff.cjs')
const execute = promisify(execFile)

interface Result {
  readonly exit: number | null
  readonly stdout: string
  readonly stderr: string
}

function run(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): Result {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    cwd,
    encoding: 'utf8',
    input: '',
    env: { ...gitEnvironment, ...env },
  })
  return { exit: status, stdout, stderr }
}

const first = `# Garden

Nobody has been here for years.

## Beds

- [ ] Dig the north bed
- [ ] Sow the peas

  Not before April.
- Water the ferns

## Shed

* Oil the shears
* Sharpen the spade
`

const second = `# Garden

Somebody was here in spring.


## Vegetable beds

- [x] Dig the north bed
- [ ] Sow the sugar peas

    Not before April, and not after May.
- Sharpen the spade

1. Buy twine
2. Mend the hose

## Shed
* Oil the shears`

/** A repository of two commits. */
function prepare(old = first, revised = second): GitRepository {
  const repository = createRepository()
  repository.commit('docs: plan the garden', { 'TODO.md': old })
  repository.commit('docs: spring', { 'TODO.md': revised })
  return repository
}

describe('crossoff diff', () => {
  it.each([
    ['of line feeds', first, second],
    ['of carriage returns', first.replaceAll('\n', '\r\n'), second.replaceAll('\n', '\r\n')],
    ['that gets a byte order mark', first, `\uFEFF${second}`],
    ['that loses its byte order mark and its line ends', `\uFEFF${first}`, second.trimEnd()],
    ['whose line ends become others', first, first.replaceAll('\n', '\r\n')],
    ['that is emptied', first, ''],
    ['that was empty', '', second],
    ['that stays', first, first],
  ])('should give a plan that makes NEW byte for byte, of a document %s', (_, old, revised) => {
    const { root, git } = prepare(old, revised)
    const file = join(root, 'TODO.md')
    expect(run(['diff', 'HEAD~1', 'HEAD', '--plan', 'plan.json', '-q'], root)).toEqual({
      exit: 0,
      stdout: '',
      stderr: '',
    })
    git('checkout', '--quiet', 'HEAD~1', '--', 'TODO.md')
    expect(readFileSync(file, 'utf8')).toBe(old)
    expect(run(['apply', 'plan.json', '--inverse', 'back.json'], root).exit).toBe(0)
    expect(readFileSync(file)).toEqual(Buffer.from(revised))
    expect(git('hash-object', '--no-filters', 'TODO.md')).toBe(git('rev-parse', 'HEAD:TODO.md'))
    expect(run(['apply', 'back.json'], root).exit).toBe(0)
    expect(readFileSync(file)).toEqual(Buffer.from(old))
  })

  it('should say by its exit code whether items changed', () => {
    const { root } = prepare()
    expect(run(['diff', 'HEAD~1', 'HEAD', '--exit-code', '-q'], root).exit).toBe(1)
    expect(run(['diff', '--exit-code'], root)).toEqual({ exit: 0, stdout: '', stderr: '' })
  })

  it('should compare files without git', () => {
    const folder = createTemporaryFolder({ 'old.md': '- Rake\n', 'new.md': '- Rake\n- Hoe\n' })
    const { exit, stdout } = run(['diff', 'old.md', 'new.md'], folder, { PATH: '/nowhere' })
    expect({ exit, stdout }).toEqual({ exit: 0, stdout: 'added     Hoe  (outermost)\n' })
  })

  it('should compare what comes through a pipe, which can be read once', () => {
    const folder = createTemporaryFolder({ 'new.md': '- Rake\n- Hoe\n' })
    const { status, stdout } = spawnSync(
      'bash',
      ['-c', `'${process.execPath}' '${command}' diff <(echo '- Rake') new.md`],
      { cwd: folder, encoding: 'utf8', env: gitEnvironment, timeout: 20_000 },
    )
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'added     Hoe  (outermost)\n' })
  })
})

/** Such as `0123456789`, in colour or not. */
const COMMIT = /(?<![0-9a-f])[0-9a-f]{10}(?![0-9a-f])/gu

const story = `COMMIT 2024-02-29 Ada docs: spring
  renamed   Sow the sugar peas (was Sow the peas)  Beds

COMMIT 2024-02-29 Ada docs: plan the garden
  added     Beds  (outermost)
`

function prepareStory(): GitRepository {
  return prepare('# Beds\n\n- Sow the peas\n', '# Beds\n\n- Sow the sugar peas\n')
}

function logOf(root: string, env: NodeJS.ProcessEnv = {}): string {
  const { exit, stdout, stderr } = run(['log'], root, env)
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' })
  return stdout.replaceAll(COMMIT, 'COMMIT')
}

describe('crossoff log', () => {
  it('should say the same each time, and need nothing that it keeps', () => {
    const { root, git } = prepareStory()
    const kept = join(root, '.git', 'crossoff')
    expect(logOf(root)).toBe(story)
    expect(readdirSync(kept)).toHaveLength(1)
    expect(logOf(root)).toBe(story)
    rmSync(kept, { recursive: true })
    expect(logOf(root)).toBe(story)
    expect(git('status', '--porcelain')).toBe('')
    expect(git('fsck')).toBe('')
  })

  it('should survive damage to what it keeps', () => {
    const { root } = prepareStory()
    logOf(root)
    const kept = join(root, '.git', 'crossoff')
    const files = readdirSync(kept, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
    expect(files).toHaveLength(1)
    for (const damage of ['', 'rust', readFileSync(files[0]!, 'utf8').slice(0, -9)]) {
      writeFileSync(files[0]!, damage)
      expect(logOf(root)).toBe(story)
    }
  })

  it('should say the same in several processes at once, and leave one whole cache', async () => {
    const { root } = prepareStory()
    const runs = Array.from({ length: 6 }, () =>
      execute(process.execPath, [command, 'log'], { cwd: root, env: gitEnvironment }),
    )
    const outputs = await Promise.all(runs)
    expect(new Set(outputs.map(({ stdout }) => stdout))).toEqual(
      new Set([run(['log'], root).stdout]),
    )
    const kept = join(root, '.git', 'crossoff')
    const files = readdirSync(kept, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    )
    expect(files.map(({ name }) => name)).toEqual([expect.stringMatching(/^transitions-/u)])
  })

  it('should work where git’s folder cannot be written', ({ skip }) => {
    const { root } = prepareStory()
    const folder = join(root, '.git')
    // No permission keeps root from writing, but a disk that is read-only does.
    const isRoot = process.getuid?.() === 0
    if (isRoot) {
      const isMounted = spawnSync('mount', ['--bind', folder, folder]).status === 0
      if (!isMounted) skip('a disk cannot be mounted here')
      spawnSync('mount', ['-o', 'remount,bind,ro', folder])
    } else chmodSync(folder, 0o555)
    try {
      expect(() => writeFileSync(join(folder, 'probe'), '')).toThrow()
      expect(logOf(root)).toBe(story)
      expect(existsSync(join(folder, 'crossoff'))).toBe(false)
    } finally {
      if (isRoot) spawnSync('umount', [folder])
      else chmodSync(folder, 0o755)
    }
  })

  it('should say that a bare repository has no documents, and work in its work trees', () => {
    const { root, git } = prepareStory()
    const bare = join(createTemporaryFolder(), 'garden.git')
    git('clone', '--quiet', '--bare', '.', bare)
    expect(run(['log', '--file', 'TODO.md'], bare)).toEqual({
      exit: 2,
      stdout: '',
      stderr: `crossoff: \`${bare}\` is a bare repository, which has no documents\n  run crossoff in a clone or a work tree of it: \`git worktree add ../PLACE\`\n`,
    })
    const place = join(createTemporaryFolder(), 'garden')
    git('-C', bare, 'worktree', 'add', '--quiet', place, 'main')
    expect(logOf(place)).toBe(logOf(root))
  })

  it('should be coloured on a terminal, unless the user wants none', () => {
    const { root } = prepareStory()
    const paths = `'${process.execPath}' '${command}' log`
    const onTerminal = (line: string, env: NodeJS.ProcessEnv = {}): string => {
      const { stdout } = spawnSync('script', ['-qec', line, '/dev/null'], {
        cwd: root,
        encoding: 'utf8',
        input: '',
        env: { ...gitEnvironment, TERM: 'xterm', ...env },
      })
      return stdout.replaceAll('\r', '').replaceAll(COMMIT, 'COMMIT')
    }
    const coloured = onTerminal(paths)
    expect(coloured.split('\n').slice(0, 2)).toEqual([
      '\u001b[33mCOMMIT\u001b[39m 2024-02-29 \u001b[36mAda\u001b[39m docs: spring',
      '  \u001b[33mrenamed  \u001b[39m \u001b[1mSow the sugar peas\u001b[22m (was Sow the peas)  \u001b[2mBeds\u001b[22m',
    ])
    expect(onTerminal(paths, { NO_COLOR: '1' })).toBe(story)
    expect(onTerminal(`${paths} --no-color`)).toBe(story)
    expect(logOf(root)).toBe(story)
    expect(onTerminal(`${paths} --color`, { NO_COLOR: '1' })).toBe(coloured)
  })
})

describe('crossoff blame and list', () => {
  it('should tell the age of items by the clock', () => {
    const { root } = prepareStory()
    const [bed = '', peas = ''] = run(['blame'], root).stdout.trimEnd().split('\n')
    expect(bed).toMatch(/^[0-9a-f]{10} 2024-02-29 Ada {2}Beds :1$/u)
    expect(peas).toMatch(/^[0-9a-f]{10} 2024-02-29 Ada {2}└─ Sow the sugar peas :3$/u)
    expect(run(['list', '--where', 'age>30d'], root).stdout.split('\n')).toHaveLength(3)
    expect(run(['list', '--where', 'age<30d'], root).stdout).toBe('')
  })
})
