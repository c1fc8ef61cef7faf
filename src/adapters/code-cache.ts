import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import Module, { createRequire } from 'node:module'
import { basename, dirname, isAbsolute, join, sep } from 'node:path'
import { Script } from 'node:vm'

/** What tells where compiled code is kept. */
export interface CodeCacheOptions {
  /** Folder of the files whose compiled code is kept; those of others are left alone. */
  readonly folder: string
  /** Version of the package: the code of another is never taken. */
  readonly version: string
  readonly environment: Readonly<Record<string, string | undefined>>
}

/**
 * Keeps what V8 makes of our own files from one run to the next, so that a hook does not compile
 * them at every commit.
 *
 * Node 22 brings such a cache; for Node 20 ours does the same for CommonJS files. It lies in the
 * user's own cache folder, never in a shared one, since whoever can write there can run code.
 * `NODE_DISABLE_COMPILE_CACHE=1` turns it off; a folder that cannot be written costs nothing but
 * the time saved.
 */
export function useCodeCache({ folder, version, environment }: CodeCacheOptions): void {
  const directory = cacheDirectory(environment, version)
  if (directory === undefined) return
  const enable: unknown = Reflect.get(Module, 'enableCompileCache')
  if (typeof enable === 'function') {
    Reflect.apply(enable, Module, [directory])
    return
  }
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- Node names no other way to compile a CommonJS file by hand, and says that this one stays.
  const { extensions } = createRequire(import.meta.filename)
  const fresh: FreshCode[] = []
  extensions['.cjs'] = (module, filename) => {
    if (!filename.startsWith(folder + sep)) extensions['.js'](module, filename)
    else runCached(module, filename, directory, fresh)
  }
  process.once('exit', () => {
    writeFresh(directory, fresh)
  })
}

function cacheDirectory(
  environment: CodeCacheOptions['environment'],
  version: string,
): string | undefined {
  const { HOME, LOCALAPPDATA, NODE_DISABLE_COMPILE_CACHE, XDG_CACHE_HOME } = environment
  if ((NODE_DISABLE_COMPILE_CACHE ?? '') !== '') return undefined
  const caches = [XDG_CACHE_HOME, LOCALAPPDATA, HOME && join(HOME, '.cache')].find(isFolder)
  return caches && join(caches, 'crossoff', `${version}-${process.versions.v8}-${process.arch}`)
}

/** A relative folder would differ by where crossoff is run. */
function isFolder(path: string | undefined): path is string {
  return path !== undefined && isAbsolute(path)
}

/** Code that the cache did not have. */
interface FreshCode {
  readonly file: string
  readonly script: Script
}

function runCached(
  module: NodeJS.Module,
  filename: string,
  directory: string,
  fresh: FreshCode[],
): void {
  const source = readFileSync(filename, 'utf8')
  // A build beside an older one of the same version differs in time or size.
  const { mtimeMs, size } = statSync(filename)
  const file = join(
    directory,
    `${basename(filename)}-${size.toString(36)}-${Math.floor(mtimeMs).toString(36)}`,
  )
  const cachedData = readCached(file)
  const script = new Script(
    `(function (exports, require, module, __filename, __dirname) {${source}\n})`,
    {
      filename,
      ...(cachedData && { cachedData }),
    },
  )
  if (cachedData === undefined || script.cachedDataRejected === true) fresh.push({ file, script })
  const run: unknown = script.runInThisContext()
  if (typeof run !== 'function') throw new Error(`\`${filename}\` is no CommonJS file`)
  const require = (id: string): unknown => module.require(id)
  Reflect.apply(run, module.exports, [module.exports, require, module, filename, dirname(filename)])
}

function readCached(file: string): Buffer | undefined {
  try {
    return readFileSync(file)
  } catch {
    // Not there yet, or not readable: then it is compiled anew.
    return undefined
  }
}

/** Written at the end, when the functions that were called are compiled too. */
function writeFresh(directory: string, fresh: readonly FreshCode[]): void {
  if (fresh.length === 0) return
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 })
    for (const { file, script } of fresh) {
      const temporary = `${file}.${process.pid}`
      writeFileSync(temporary, script.createCachedData())
      renameSync(temporary, file)
    }
  } catch {
    // A cache that cannot be written is no reason to fail, or to say anything: nothing is lost.
  }
}
