import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createTemporaryFolder, gitEnvironment } from '../fakes/temporary-folder.ts'

const command = join(import.meta.dirname, '..', '..', 'dist', 'cli', 'crossoff.cjs')

/** Runs `crossoff list` with a cache folder of its own. */
function list(folder: string, env: NodeJS.ProcessEnv = {}): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, [command, 'list'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...gitEnvironment, XDG_CACHE_HOME: join(folder, 'cache'), ...env },
  })
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
  return stdout
}

function cachedFiles(folder: string): string[] {
  const cache = join(folder, 'cache')
  if (!existsSync(cache)) return []
  return readdirSync(cache, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

const document = { 'TODO.md': '# Shed\n\n- Rake\n' }
const expected = 'Shed :1\n└─ Rake :3\n'

describe('the code cache', () => {
  it('should keep compiled code, and use it without a difference', () => {
    const folder = createTemporaryFolder(document)
    expect(list(folder)).toBe(expected)
    const files = cachedFiles(folder)
    expect(files.length).toBeGreaterThan(0)
    expect(list(folder)).toBe(expected)
    expect(cachedFiles(folder)).toEqual(files)
  })

  it('should keep the code that every command needs', () => {
    const folder = createTemporaryFolder(document)
    list(folder)
    const kept = cachedFiles(folder).reduce((sum, file) => sum + statSync(file).size, 0)
    expect(kept).toBeGreaterThan(statSync(join(dirname(command), 'core.cjs')).size)
  })

  it('should survive files that are damaged, and write them anew', () => {
    const folder = createTemporaryFolder(document)
    list(folder)
    const whole = cachedFiles(folder).map((file) => readFileSync(file).length)
    for (const file of cachedFiles(folder)) writeFileSync(file, 'rust')
    expect(list(folder)).toBe(expected)
    const mended = cachedFiles(folder).map((file) => readFileSync(file).length)
    expect(mended.every((length, index) => length > (whole[index] ?? 0) / 2)).toBe(true)
  })

  it('should write nothing where Node is told to keep no cache', () => {
    const folder = createTemporaryFolder(document)
    expect(list(folder, { NODE_DISABLE_COMPILE_CACHE: '1' })).toBe(expected)
    expect(cachedFiles(folder)).toEqual([])
  })

  it('should do without where the folder is a file, or none is named', () => {
    const folder = createTemporaryFolder({ ...document, cache: 'a file' })
    chmodSync(join(folder, 'cache'), 0o400)
    expect(list(folder)).toBe(expected)
    expect(list(folder, { XDG_CACHE_HOME: '', HOME: 'somewhere', LOCALAPPDATA: '' })).toBe(expected)
    expect(readdirSync(folder).sort()).toEqual(['TODO.md', 'cache'])
  })
})
