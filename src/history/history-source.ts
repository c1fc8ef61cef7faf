import type { FileDifference } from './file-difference.ts'

/** What one commit made of a document. */
export interface Revision {
  /** Hash of the commit, in hex. */
  readonly commit: string
  /** Author date, ISO 8601 with the author's own offset from UTC. */
  readonly date: string
  /** Name of the author. */
  readonly author: string
  /** E-mail address of the author. */
  readonly email: string
  /** First paragraph of the message, on one line. */
  readonly subject: string
  /** Where the document stood after the commit; before it, where the commit removed it. */
  readonly path: string
  /**
   * Blob ids of the document in the commit's parents, in hex and in their order, as git compares
   * them; `undefined` where a parent has no such document. One entry, but for a merge. One that took
   * what a parent had, and discarded what another did, has that parent's first.
   */
  readonly before: readonly (string | undefined)[]
  /** Blob id of the document after the commit; `undefined` where the commit removed it. */
  readonly after: string | undefined
}

/** The commits that changed one document. */
export interface DocumentHistory {
  /** Newest first, a commit before its parents. */
  readonly revisions: readonly Revision[]
  /**
   * Commits whose parents git does not have (a shallow clone): what such a commit shows as new may
   * be older.
   */
  readonly cuts: ReadonlySet<string>
  /** Blob id of the document in the commit that the history was read from; absent where it has none. */
  readonly tip: string | undefined
}

/** Which commits of a document's history are read. */
export interface HistoryQuery {
  /** Path from the repository's root. */
  readonly file: string
  /** Revision to read back from; `HEAD` by default. */
  readonly from?: string
  /** Takes a merge for one commit, as the branch that was merged into saw it. */
  readonly firstParent: boolean
}

/** The bytes of a blob. */
export interface Blob {
  readonly id: string
  /** Absent where the repository does not have the blob. */
  readonly bytes: Uint8Array | undefined
}

/** Files that a commit renamed: the new path by the old one. */
export type Renames = ReadonlyMap<string, string>

/** The history of a repository. */
export interface HistorySource {
  /**
   * Reads which commits changed a document, through renames of its file.
   *
   * Throws `git` where git cannot be run, where the revision is none, or where no commit ever had
   * the document.
   */
  read(query: HistoryQuery): Promise<DocumentHistory>
  /**
   * Reads which commits changed each of several documents, through renames, a merge being one commit.
   *
   * @returns By path; those that no commit up to `HEAD` had are left out.
   */
  readAll(files: readonly string[]): Promise<ReadonlyMap<string, DocumentHistory>>
  /** Reads blobs, each in turn, in the order of the ids; a blob is read when it is asked for. */
  blobs(ids: readonly string[]): AsyncIterable<Blob>
  /** Finds the commit that a revision names; throws `git` where there is none. */
  resolve(revision: string): Promise<string>
  /** Tells which tracked files of the work tree are not what they were in a commit. */
  differences(commit: string): Promise<readonly FileDifference[]>
  /**
   * Tells what each commit of a range renamed, newest first, as the branch that is checked out saw it;
   * throws `git` where there is no such range.
   */
  renames(range: string): Promise<readonly Renames[]>
  /** Tells the commits that a revision or a range of revisions names: `v1.0..HEAD`. */
  commitsOf(range: string): Promise<ReadonlySet<string>>
  /** Tells the paths of all files that a commit up to `HEAD` removed; some may be back. */
  removedPaths(): Promise<ReadonlySet<string>>
}

/** Keeps texts between runs, where they can be lost at any time. */
export interface HistoryCache {
  /** Reads a text by its name; `undefined` where there is none, or none that is whole. */
  load(name: string): string | undefined
  /** Keeps a text; where that cannot be done, nothing happens. */
  save(name: string, text: string): void
}
