import type { Point } from '../text/line-index.ts'

/** What of a vfile is read and called: nobody needs the types of unified to use the plugin. */
export interface MarkdownFile {
  /** Absolute path of the working directory. */
  readonly cwd: string
  /** Where the text stands, from `cwd`; absent for a text that stands nowhere. */
  readonly path?: string | undefined
  readonly value?: string | Uint8Array | undefined
  /** What plugins keep about the file. */
  readonly data: Record<string, unknown>
  /** Adds a message. */
  message(reason: string, options: MessageOptions): Message
}

/** What a message of a vfile is made with. */
export interface MessageOptions {
  readonly source: string
  readonly ruleId: string
  readonly place?: { readonly start: Point; readonly end: Point }
}

/** What of a message of a vfile is set afterwards. */
export interface Message {
  /** Whether it fails a run; `undefined` where it is only worth knowing. */
  fatal?: boolean | null | undefined
  /** What else to know. */
  note?: string | undefined
  /** What stands at the place. */
  actual?: string | null | undefined
  /** What could stand there instead. */
  expected?: string[] | null | undefined
}

/** The files of one run of remark-cli, or of another program that is made of unified-engine. */
export interface FileSet {
  /** Has something done when all files went through their plugins; what is asked for twice is done once. */
  use(completer: (set: FileSet) => Promise<void>): unknown
  /** Gives the files. */
  valueOf(): readonly MarkdownFile[]
}
