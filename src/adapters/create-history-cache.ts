import { createHash } from 'node:crypto'
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import type { HistoryCache } from '../history/history-source.ts'

/**
 * Makes a cache that lies in git's own folder, and goes with it.
 *
 * A file `<git folder>/crossoff/<version>/<name>` begins with a line that is the hash of its name
 * and text: what was not written whole, or was changed, is not there. Several runs may write at
 * once. Where the folder cannot be written, nothing is kept, and nobody is told.
 *
 * @param gitDirectory Finds git's folder; asked when the cache is first used.
 * @param version Version and build of what made the texts, `1.2.0-0123456789ab`: those of another are
 * never read, and are removed.
 */
export function createHistoryCache(
  gitDirectory: () => string | undefined,
  version: string,
): HistoryCache {
  let found: { readonly directory: string | undefined } | undefined
  const home = (): string | undefined => {
    found ??= { directory: gitDirectory() }
    return found.directory && join(found.directory, 'crossoff')
  }
  return {
    load: (name) => {
      try {
        const folder = home()
        return folder && readWhole(join(folder, version, fileOf(name)), name)
      } catch {
        // Not there yet, or not readable: then it is made anew.
        return undefined
      }
    },
    save: (name, text) => {
      try {
        const folder = home()
        if (folder !== undefined) writeWhole(folder, version, name, text)
      } catch {
        // A cache that cannot be written is no reason to fail, or to say anything: nothing is lost.
      }
    },
  }
}

function readWhole(file: string, name: string): string | undefined {
  // A pipe in its place would be waited for until somebody wrote.
  if (!statSync(file).isFile()) return undefined
  const content = readFileSync(file, 'utf8')
  const end = content.indexOf('\n')
  const text = content.slice(end + 1)
  return end !== -1 && content.slice(0, end) === hashOf(name, text) ? text : undefined
}

function writeWhole(home: string, version: string, name: string, text: string): void {
  const folder = join(home, version)
  const isNew = mkdirSync(folder, { recursive: true }) !== undefined
  const file = join(folder, fileOf(name))
  // Beside its place, and under a name that no other run has: renaming it there is one step.
  const temporary = `${file}.${process.pid}-${Math.random().toString(36).slice(2, 10)}.tmp`
  try {
    writeFileSync(temporary, `${hashOf(name, text)}\n${text}`, { flag: 'wx' })
    renameSync(temporary, file)
  } catch (cause) {
    rmSync(temporary, { force: true })
    throw cause
  }
  if (isNew) removeOthers(home, version)
}

function removeOthers(home: string, version: string): void {
  // What a link leads to is somebody's own folder, and holds more than this cache.
  if (lstatSync(home).isSymbolicLink()) return
  for (const entry of readdirSync(home, { withFileTypes: true })) {
    const isOther = entry.isDirectory() && entry.name !== version && VERSION.test(entry.name)
    if (isOther) rmSync(join(home, entry.name), { recursive: true, force: true })
  }
}

/** Lone surrogates count as they are, so that a text which UTF-8 cannot hold is not found again. */
function hashOf(name: string, text: string): string {
  return createHash('sha256').update(`${name}\0${text}`, 'utf16le').digest('hex')
}

/** A name that is no plain one could lead out of the folder, or be too long for the system. */
function fileOf(name: string): string {
  return PLAIN_NAME.test(name) ? name : createHash('sha256').update(name, 'utf16le').digest('hex')
}

/** A version and a build, such as `1.2.0-0123456789ab`; any other folder is none of ours. */
const VERSION = /^\d+\.\d+\.\d+-[\w.-]+$/u
/** Such as `3f9a1c.json`. */
const PLAIN_NAME = /^\w[\w.-]{0,99}$/u
