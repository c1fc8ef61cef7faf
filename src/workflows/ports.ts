import type { CommitSource } from '../changelog/commits/commit-source.ts'
import type { ReleaseTags } from '../changelog/commits/release-tags.ts'
import type { MessageSettings } from '../changelog/draft/message-settings.ts'
import type { Config } from '../config/config.ts'
import type { FileDifference } from '../history/file-difference.ts'
import type { HistoryCache, HistorySource } from '../history/history-source.ts'
import type { StagedFile } from '../history/staged-file.ts'
import type { EngineName, MarkdownEngine } from '../markdown/markdown-engine.ts'
import type { FileChange, FileTree, IndexChange, IndexTree, TextVersions } from '../ports.ts'
import type { HostTable } from '../remote/access.ts'
import type { Clock } from '../remote/clock.ts'
import type { GuardSettings } from '../remote/create-address-guard.ts'
import type { Fetch } from '../remote/fetch.ts'
import type { Interruption } from '../remote/interruption.ts'

/** The history of a repository, and what is kept of it between runs. */
export interface HistoryPorts {
  readonly source: HistorySource
  readonly cache: HistoryCache
}

/** The commit that is being made. */
export interface IndexPorts {
  /** Lists the files that it would change. */
  staged(): Promise<readonly StagedFile[]>
  /** Tells what git does with its message. */
  messageSettings(): Promise<MessageSettings>
  /** Opens its files, as they are in the index now. */
  tree(): Promise<IndexTree>
  /** Tells which of its files are not what they were in a commit. */
  differences(commit: string): Promise<readonly FileDifference[]>
  /** The commits that are merged into the last one by it; none where it is no merge. */
  readonly merged: readonly string[]
  /**
   * Whether it takes some files from the work tree, `git commit PATHS`: git then has two indexes, and
   * what is written into the one that a hook sees is taken back by the other.
   */
  readonly isPartial: boolean
  /**
   * Puts other versions of files into it: all of them, or none.
   *
   * Throws `file-changed` where one is no longer what its change was made from.
   */
  replace(changes: readonly IndexChange[]): Promise<void>
  /** Reads one of its files in the work tree; `undefined` where something else stands there. */
  readBeside(path: string): Uint8Array | undefined
  /**
   * Brings what was done to a text into another version of it.
   *
   * @returns `undefined` where the two cannot be brought together.
   */
  merge(versions: TextVersions): Promise<Uint8Array | undefined>
}

/** How the web is met. */
export interface WebSettings extends GuardSettings {
  readonly hosts: HostTable
  /** Milliseconds that all of it may take. */
  readonly budget: number
  /** Ends all of it before. */
  readonly interrupt?: AbortSignal | undefined
}

/** The web, and the time that it takes. */
export interface WebPorts {
  readonly fetch: Fetch
  readonly clock: Clock
  /** Gives a number from 0 to 1. */
  random(): number
  /** Ends all that is under way; its reason says why, in words that go behind "not known:". */
  readonly stop: AbortSignal
  /** Ends all connections. */
  close(): Promise<void>
}

/** The world, as a command works with it; paths go from the repository's root. */
export interface Ports {
  readonly config: Config
  readonly tree: FileTree
  /** The working directory; empty for the root. */
  readonly directory: string
  /** Reads a file that need not be the repository's, such as a plan; `undefined` where there is none. */
  readFile(path: string): Uint8Array | undefined
  /**
   * The same for a file that is to be written, such as an inverse plan.
   *
   * Throws `file-io` where it is a pipe or a device, or a link that leads nowhere.
   */
  readReplaced(path: string): Uint8Array | undefined
  /**
   * Lists the files below a folder that need not be the repository's, by their paths from there, sorted by
   * code unit; throws `file-io` where it is none.
   */
  listFolder(path: string): Promise<readonly string[]>
  /** Puts every file in place at once, or none; see `FileWriter`. */
  write(changes: readonly FileChange[]): Promise<void>
  /** Loads a parser; without a name, the fast one, or the reference where that does not load. */
  loadEngine(name?: EngineName): Promise<MarkdownEngine>
  /** Reads standard input to its end. */
  readInput(): Uint8Array
  /** Lets the user edit a text. */
  editText(text: string): Promise<string>
  /** Tells the host that the repository was cloned from; `undefined` where nobody knows. */
  remoteHost(): Promise<string | undefined>
  /** Opens the history of the repository; throws `git` where there is none. */
  openHistory(): Promise<HistoryPorts>
  /** Loads a JavaScript module of the repository; throws what loading it throws. */
  loadModule(path: string): Promise<unknown>
  /** Opens what commits say; throws `git` where there is no repository. */
  openCommits(tags: ReleaseTags): Promise<CommitSource>
  /** Opens the index of the repository; throws `git` where there is none. */
  openIndex(): Promise<IndexPorts>
  /** Watches for the wish to end the run: until it is released, the first does not end the process. */
  watchInterrupts(): Promise<Interruption>
  /** Opens the web; nothing is sent by that. */
  openWeb(settings: WebSettings): Promise<WebPorts>
  /** Today's date, ISO 8601, in UTC. */
  today(): string
  /**
   * Is told how far long work is.
   *
   * @param work What is done to each, as in `checking 3 of 6`.
   */
  progress(work: string, done: number, total: number): void
}
