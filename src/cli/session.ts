import type { Ports } from '../workflows/ports.ts'

/** A repository, opened for one command. */
export interface Session {
  readonly ports: Ports
  /** Turns a path as the user typed it into one from the repository's root; outside is an error. */
  documentPath(typed: string): string
  /** The same for a file that need not lie in the repository, such as a plan. */
  filePath(typed: string): string
}

/** How a command looks at the repository. */
export interface SessionOptions {
  /** A path as the user typed it: its repository is the one to open. */
  readonly near?: string | undefined
  /**
   * Where names come from: `git` for the files that it knows, which takes a process; `disk` for a
   * command that looks at one document only.
   */
  readonly tree: 'git' | 'disk'
}
