import { EventEmitter } from 'node:events'
import { nodeFileSystem } from '../../src/adapters/file-system.ts'
import type { Host } from '../../src/cli/host.ts'

/** A host that keeps what is written, and gives what it was told to. */
export interface FakeHost extends Host {
  /** What was written to a stream so far. */
  output(stream: 1 | 2): string
}

/** Makes a host in a folder, without a terminal, input or environment unless they are given. */
export function createFakeHost(
  directory: string,
  given: Partial<Host> & { input?: string } = {},
): FakeHost {
  const written = { 0: '', 1: '', 2: '' }
  const { input = '', ...rest } = given
  return {
    environment: { PATH: process.env.PATH },
    directory,
    fileSystem: nodeFileSystem,
    signals: new EventEmitter(),
    isTerminal: () => false,
    write: (stream, text) => {
      written[stream] += text
    },
    readInput: () => new TextEncoder().encode(input),
    today: () => '2024-06-30',
    now: () => 0,
    ...rest,
    output: (stream) => written[stream],
  }
}
