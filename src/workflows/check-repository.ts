import { checkContext } from '../links/check-documents.ts'
import { createLinkContext } from '../links/create-link-context.ts'
import type { CheckReport } from '../reporters/report.ts'
import type { FileTree } from '../ports.ts'
import { findLines } from './find-lines.ts'
import { linkOptions } from './link-options.ts'
import { listDocuments } from './list-documents.ts'
import type { Ports } from './ports.ts'
import { readBase } from './read-base.ts'

/** What `check` is asked. */
export interface CheckOptions {
  /** Documents, folders and globs, from the repository's root; none for the whole repository. */
  readonly paths: readonly string[]
  /** Only what is new since this revision is reported. */
  readonly base?: string | undefined
}

/** Checks documents of the repository. */
export async function checkRepository(options: CheckOptions, ports: Ports): Promise<CheckReport> {
  const { tree } = ports
  const documents = await listDocuments(options.paths, ports)
  const engine = await ports.loadEngine()
  const total = documents.length
  const context = createLinkContext({
    files: watchReads(tree, documents, (done) => {
      ports.progress('checking', done, total)
    }),
    documents,
    engine,
    options: await linkOptions(ports.config),
  })
  const base = options.base === undefined ? undefined : await readBase(options.base, context, ports)
  const { diagnostics, counts } = checkContext(context, base)
  ports.progress('checking', total, total)
  return {
    kind: 'check',
    findings: findLines(diagnostics, tree),
    counts,
    ...(options.base !== undefined && { base: options.base }),
  }
}

/** A document is read once, when its turn comes or when another links to it: that shows how far we are. */
function watchReads(
  tree: FileTree,
  documents: readonly string[],
  onRead: (done: number) => void,
): FileTree {
  const left = new Set(documents)
  return {
    kindOf: (path) => tree.kindOf(path),
    list: (directory) => tree.list(directory),
    files: () => tree.files(),
    read: (path) => {
      if (left.delete(path)) onRead(documents.length - left.size)
      return tree.read(path)
    },
  }
}
