import type { FileSystem } from '../adapters/file-system.ts'
import type { SignalSource } from '../adapters/watch-signals.ts'
import type { StreamNumber } from '../adapters/standard-streams.ts'

/** What the command line needs of the process it runs in. */
export interface Host {
  readonly environment: NodeJS.ProcessEnv
  /** Absolute path of the working directory. */
  readonly directory: string
  /** What files are written through. */
  readonly fileSystem: FileSystem
  /** Tells of the signals that the process gets. */
  readonly signals: SignalSource
  isTerminal(stream: StreamNumber): boolean
  write(stream: StreamNumber, text: string): void
  /** Reads standard input to its end. */
  readInput(): Uint8Array
  /** Today's date, ISO 8601, in UTC. */
  today(): string
  /** Milliseconds since some moment. */
  now(): number
}
