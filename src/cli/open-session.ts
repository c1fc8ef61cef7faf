import { statSync } from 'node:fs'
import { dirname, relative, resolve, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createDiskTree, kindOnDisk, readBytes, readReplaced } from '../adapters/disk-tree.ts'
import { createGitTree } from '../adapters/git-tree.ts'
import { findRoot, isWithin } from '../adapters/find-root.ts'
import { CrossoffError } from '../errors.ts'
import { loadEngine } from '../markdown/load-engine.ts'
import type { FileChange } from '../ports.ts'
import type { Interruption } from '../remote/interruption.ts'
import type { WebPorts, WebSettings } from '../workflows/ports.ts'
import type { Arguments } from './arguments.ts'
import type { Host } from './host.ts'
import { loadConfig } from './load-config.ts'
import { openRepository } from './open-repository.ts'
import type { Session, SessionOptions } from './session.ts'
import { showProgress } from './show-progress.ts'

/** Opens the repository that a path, or the working directory, belongs to, and reads its config. */
export async function openSession(
  host: Host,
  given: Arguments,
  options: SessionOptions,
): Promise<Session> {
  const base = resolve(host.directory, given.text('cwd') ?? '')
  const near = options.near === undefined ? base : folderOf(resolve(base, options.near))
  const repository = findRoot(near, host.environment)
  const root = repository ?? (isWithin(base, near) ? base : near)
  const directory = isWithin(root, base) ? base : near
  const git = repository === undefined ? undefined : createGitTree(root, host.environment)
  return {
    documentPath: (typed) => {
      const path = pathFrom(root, resolve(base, typed))
      if (path !== '..' && !path.startsWith('../')) return path
      throw new CrossoffError('usage', `\`${typed}\` lies outside of \`${root}\``, {
        help: 'run crossoff in the repository that the document belongs to',
      })
    },
    filePath: (typed) => pathFrom(root, resolve(base, typed)),
    ports: {
      config: await loadConfig({ directory, root, base, file: given.text('config') }),
      tree:
        options.tree === 'git' && git !== undefined
          ? git
          : createDiskTree(root, git && (() => git.files())),
      directory: pathFrom(root, directory),
      readFile: (path) =>
        kindOnDisk(root, path) === undefined ? undefined : readBytes(root, path),
      readReplaced: (path) => readReplaced(root, path),
      listFolder: (path) => listFolder(root, path),
      write: async (changes) => {
        await writeFiles(root, host, changes)
      },
      loadEngine: (name) =>
        loadEngine(name, (cause) => {
          noteFallback(host, given, cause)
        }),
      readInput: () => host.readInput(),
      editText: (text) => editText(host, text),
      loadModule: (path) => import(pathToFileURL(resolve(root, path)).href),
      remoteHost: async () => (repository === undefined ? undefined : readRemoteHost(root, host)),
      ...openRepository(repository, near, host),
      watchInterrupts: () => watchInterrupts(host),
      openWeb: (settings) => openWeb(host, settings),
      today: () => host.today(),
      progress: showProgress(host),
    },
  }
}

/** A folder stands for itself, anything else for the folder that it is or would be in. */
function folderOf(path: string): string {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true ? path : dirname(path)
}

function pathFrom(root: string, path: string): string {
  return sep === '/' ? relative(root, path) : relative(root, path).replaceAll(sep, '/')
}

// What only some commands need is loaded when it is needed: each file costs start-up time.

async function writeFiles(root: string, host: Host, changes: readonly FileChange[]): Promise<void> {
  const { createFileWriter } = await import('../adapters/file-writer.ts')
  createFileWriter(root, host.fileSystem).write(changes)
}

async function listFolder(root: string, path: string): Promise<readonly string[]> {
  const adapter = await import('../adapters/list-folder.ts')
  return adapter.listFolder(resolve(root, path), path === '' ? '.' : path)
}

async function readRemoteHost(root: string, host: Host): Promise<string | undefined> {
  const adapter = await import('../adapters/read-remote-host.ts')
  return adapter.readRemoteHost(root, host.environment)
}

async function watchInterrupts({ signals }: Host): Promise<Interruption> {
  const { watchSignals } = await import('../adapters/watch-signals.ts')
  return watchSignals(signals)
}

async function openWeb(host: Host, settings: WebSettings): Promise<WebPorts> {
  const adapter = await import('../adapters/open-web.ts')
  return adapter.openWeb(settings, host.environment)
}

async function editText(host: Host, text: string): Promise<string> {
  const adapter = await import('../adapters/edit-text.ts')
  const isTerminal = host.isTerminal(0) && host.isTerminal(1)
  return adapter.editText(text, { environment: host.environment, isTerminal })
}

function noteFallback(host: Host, given: Arguments, cause: unknown): void {
  if (given.isOn('verbose') !== true) return
  const reason = cause instanceof Error ? cause.message : String(cause)
  host.write(2, `crossoff: the fast parser does not load here, the slow one is used: ${reason}\n`)
}
