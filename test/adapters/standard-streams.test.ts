import type * as fs from 'node:fs'
import { readSync, writeSync } from 'node:fs'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { isTerminal, readStandardInput, writeStream } from '../../src/adapters/standard-streams.ts'

vi.mock('node:fs', async (importOriginal) => ({
  ...(await importOriginal<typeof fs>()),
  readSync: vi.fn(),
  writeSync: vi.fn(),
}))

const fail = (code: string) => (): never => {
  throw Object.assign(new Error(code), { code })
}

afterEach(() => {
  vi.resetAllMocks()
})

describe('writeStream', () => {
  it('should write on where the pipe takes a part, or is full for a moment', () => {
    const written: string[] = []
    const take =
      (length: number) =>
      (_: unknown, bytes: Uint8Array, offset: number): number => {
        written.push(Buffer.from(bytes.subarray(offset, offset + length)).toString())
        return length
      }
    const write = vi.mocked(
      writeSync as (file: number, bytes: Uint8Array, offset: number) => number,
    )
    write
      .mockImplementationOnce(take(3))
      .mockImplementationOnce(fail('EAGAIN'))
      .mockImplementationOnce(take(2))
    writeStream(1, 'whole')
    expect(written.join('')).toBe('whole')
  })

  it('should be silent where the reader has gone', () => {
    vi.mocked(writeSync).mockImplementation(fail('EPIPE'))
    writeStream(1, 'whole')
    expect(writeSync).toHaveBeenCalledTimes(1)
  })

  it('should say why nothing can be written', () => {
    vi.mocked(writeSync).mockImplementation(fail('ENOSPC'))
    expect(() => {
      writeStream(1, 'whole')
    }).toThrow('the output cannot be written: no space is left on the device (ENOSPC)')
  })
})

describe('readStandardInput', () => {
  const give =
    (text: string) =>
    (_: unknown, buffer: Uint8Array): number =>
      Buffer.from(buffer.buffer).write(text)
  const read = (): ReturnType<typeof vi.mocked<(file: number, buffer: Uint8Array) => number>> =>
    vi.mocked(readSync as (file: number, buffer: Uint8Array) => number)

  it('should read to the end, and wait for a slow writer', () => {
    read()
      .mockImplementationOnce(give('first '))
      .mockImplementationOnce(fail('EAGAIN'))
      .mockImplementationOnce(give('second'))
      .mockReturnValueOnce(0)
    expect(new TextDecoder().decode(readStandardInput())).toBe('first second')
  })

  it('should take the end that Windows reports', () => {
    read().mockImplementation(fail('EOF'))
    expect(readStandardInput()).toHaveLength(0)
  })

  it('should say why nothing can be read', () => {
    read().mockImplementation(fail('EISDIR'))
    expect(readStandardInput).toThrow('standard input cannot be read: it is a folder (EISDIR)')
  })
})

describe('isTerminal', () => {
  it('should know that a test has none', () => {
    expect(isTerminal(0)).toBe(false)
  })
})
