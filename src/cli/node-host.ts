import { nodeFileSystem } from '../adapters/file-system.ts'
import { isTerminal, readStandardInput, writeStream } from '../adapters/standard-streams.ts'
import type { Host } from './host.ts'

/** The host of a process that Node runs. */
export function createNodeHost(): Host {
  return {
    environment: process.env,
    directory: process.cwd(),
    fileSystem: nodeFileSystem,
    signals: process,
    isTerminal,
    write: writeStream,
    readInput: readStandardInput,
    today: () => new Date().toISOString().slice(0, 10),
    now: () => performance.now(),
  }
}
