import { lstatSync, readdirSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs'
import { sep } from 'node:path'
import { CrossoffError } from '../errors.ts'
import { memoize } from '../links/memoize.ts'
import type { FileKind, FileTree } from '../ports.ts'
import { hasCode, reasonOf } from './system-error.ts'
import { decodeName, encodeName } from './file-name.ts'
import { refuseSpecial } from './refuse-special.ts'

/** Folders that hold no document of the repository. */
const SKIPPED: ReadonlySet<string> = new Set(['.git', 'node_modules'])

/**
 * A tree that is read from the disk, folder by folder, as it is asked.
 *
 * A name counts only as its folder lists it, so that a system that folds letter case gives the
 * same answers as one that does not.
 */
export function createDiskTree(root: string, listFiles?: () => readonly string[]): FileTree {
  const folders = new Map<string, ReadonlySet<string>>()
  const namesIn = (folder: string): ReadonlySet<string> => {
    let names = folders.get(folder)
    if (names === undefined) {
      names = new Set(hasName(folder) ? readNames(root, folder) : [])
      folders.set(folder, names)
    }
    return names
  }
  const hasName = (path: string): boolean => {
    if (path === '') return true
    const slash = path.lastIndexOf('/')
    return namesIn(slash === -1 ? '' : path.slice(0, slash)).has(path.slice(slash + 1))
  }
  const kindOf = (path: string): FileKind | undefined =>
    hasName(path) ? kindOnDisk(root, path) : undefined
  return {
    kindOf,
    list: (folder) => [...namesIn(folder)],
    // A pipe or a device may never end.
    read: (path) => (hasName(path) && isRegular(root, path) ? readBytes(root, path) : undefined),
    leadsOutside: memoize((path: string) => leadsOutside(root, path)),
    files: listFiles ?? ((): readonly string[] => walk(root)),
  }
}

/** Tells what stands at a path on the disk, symbolic links followed. */
export function kindOnDisk(root: string, path: string): FileKind | undefined {
  const status = statusOf(root, path)
  if (status === undefined) return undefined
  return status.isDirectory() ? 'directory' : 'file'
}

/** Tells whether a file stands at a path that has an end; symbolic links followed. */
export function isRegular(root: string, path: string): boolean {
  return statusOf(root, path)?.isFile() === true
}

/** Tells whether symbolic links take a path out of a folder. */
export function leadsOutside(root: string, path: string): boolean {
  if (statusOf(root, path) === undefined) return false
  const home = realpathSync.native(root)
  const place = realpathSync.native(absolute(root, path))
  return place !== home && !place.startsWith(home.endsWith(sep) ? home : home + sep)
}

/** Reads a file; one that cannot be read is an error that names it. */
export function readBytes(root: string, path: string): Uint8Array {
  try {
    return readFileSync(absolute(root, path))
  } catch (cause) {
    if (hasCode(cause, 'EISDIR')) {
      const name = path === '' ? '.' : path
      throw new CrossoffError('file-io', `\`${name}\` is a folder; expected a file`, { cause })
    }
    throw new CrossoffError('file-io', `\`${path}\` cannot be read: ${reasonOf(cause)}`, { cause })
  }
}

/**
 * Reads a file that is to be written anew; `undefined` where there is none.
 *
 * Its kind is looked at first: a pipe or a device cannot be replaced, and may never end. Nor is a
 * link that leads nowhere: what is written would take its place.
 */
export function readReplaced(root: string, path: string): Uint8Array | undefined {
  const status = statusOf(root, path)
  if (status === undefined) {
    if (!isLink(root, path)) return undefined
    throw new CrossoffError('file-io', `\`${path}\` is a link that leads nowhere`)
  }
  if (!status.isDirectory()) refuseSpecial(path, status)
  return readBytes(root, path)
}

function statusOf(root: string, path: string): Stats | undefined {
  try {
    return statSync(absolute(root, path), { throwIfNoEntry: false })
  } catch (cause) {
    // A symbolic link that leads to itself leads nowhere.
    if (hasCode(cause, 'ELOOP')) return undefined
    throw new CrossoffError('file-io', `\`${path}\` cannot be read: ${reasonOf(cause)}`, { cause })
  }
}

function isLink(root: string, path: string): boolean {
  return lstatSync(absolute(root, path), { throwIfNoEntry: false })?.isSymbolicLink() === true
}

function absolute(root: string, path: string): string | Buffer {
  return encodeName(`${root}/${path}`)
}

function readNames(root: string, folder: string): readonly string[] {
  if (kindOnDisk(root, folder) !== 'directory') return []
  return readdirSync(absolute(root, folder), { encoding: 'buffer' })
    .map((name) => decodeName(name))
    .filter((name) => name !== '.git')
    .sort()
}

function walk(root: string): readonly string[] {
  const files: string[] = []
  const pending = ['']
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    const entries = readdirSync(absolute(root, folder), { withFileTypes: true, encoding: 'buffer' })
    for (const entry of entries) {
      const name = decodeName(entry.name)
      // A link to a folder above would never end, and a file is met where it truly stands.
      if (entry.isFile()) files.push(`${folder}${name}`)
      else if (entry.isDirectory() && !SKIPPED.has(name)) pending.push(`${folder}${name}/`)
    }
  }
  return files.sort()
}
