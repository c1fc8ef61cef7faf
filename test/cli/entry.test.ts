import { version } from '../../src/version.ts'
import { afterEach, describe, expect, it, vi } from 'vitest'

const entry = async (...words: string[]): Promise<string> => {
  vi.resetModules()
  vi.spyOn(process, 'argv', 'get').mockReturnValue(['node', 'crossoff', ...words])
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  await import('../../src/cli/crossoff.ts')
  return write.mock.calls.map(([text]) => String(text)).join('')
}

vi.mock('../../src/cli/main.ts', () => ({
  main: (words: readonly string[]) => Promise.resolve(words.length),
}))

afterEach(() => {
  vi.restoreAllMocks()
  process.exitCode = undefined
})

describe('the entry', () => {
  it.each(['--version', '-V'])('should answer %s by itself', async (flag) => {
    expect(await entry(flag)).toBe(`${version}\n`)
    expect(process.exitCode).toBeUndefined()
  })

  it('should end with the code that the command gives', async () => {
    expect(await entry('list', '--json')).toBe('')
    await vi.waitFor(() => {
      expect(process.exitCode).toBe(2)
    })
  })
})
