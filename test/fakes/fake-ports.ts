import { loadEngine } from '../../src/markdown/load-engine.ts'
import type { FileChange } from '../../src/ports.ts'
import type { Ports } from '../../src/workflows/ports.ts'
import { memoryFiles } from './memory-files.ts'

/** Ports over files in memory. */
export interface FakePorts extends Ports {
  /** What was written, by path. */
  readonly written: Map<string, string>
}

/** Makes ports over files in memory, without input, editor or config unless they are given. */
export function createFakePorts(
  files: Readonly<Record<string, string | Uint8Array>>,
  given: Partial<Ports> = {},
): FakePorts {
  const tree = memoryFiles(files)
  const written = new Map<string, string>()
  return {
    config: {},
    tree,
    directory: '',
    written,
    readFile: (path) => tree.read(path),
    readReplaced: (path) => tree.read(path),
    write: (changes: readonly FileChange[]) => {
      for (const { path, after } of changes) written.set(path, new TextDecoder().decode(after))
      return Promise.resolve()
    },
    loadEngine: (name) => loadEngine(name),
    listFolder: () => Promise.reject(new Error('this test has no folders')),
    readInput: () => new Uint8Array(),
    editText: (text) => Promise.resolve(text),
    openCommits: () => Promise.reject(new Error('this test has no commits')),
    loadModule: () => Promise.reject(new Error('this test has no modules')),
    remoteHost: () => Promise.resolve(undefined),
    openHistory: () => Promise.reject(new Error('this test has no history')),
    openIndex: () => Promise.reject(new Error('this test has no index')),
    watchInterrupts: () =>
      Promise.resolve({
        signal: new AbortController().signal,
        name: () => undefined,
        release: () => undefined,
      }),
    openWeb: () => Promise.reject(new Error('this test has no web')),
    today: () => '2024-06-30',
    progress: () => undefined,
    ...given,
  }
}
