// Builds dist/: the programs (CommonJS, small entries that load the rest lazily), the library (ES
// modules) and the types. `--if-stale` does nothing where dist/ was built from these inputs.
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { isBuiltin } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import { rollup } from 'rollup'
import { dts } from 'rollup-plugin-dts'
import license from 'rollup-plugin-license'
import { defineVersion } from './define-version.mjs'
import { hashInputs } from './hash-inputs.mjs'
import { renderLicenses } from './render-licenses.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const target = join(root, 'dist')
const library = 'src/index.ts'
const plugin = 'src/remark/index.ts'

/** What shares its code, by the name of its file in dist/cli/. */
const programs = { crossoff: 'src/cli/crossoff.ts', remark: plugin }

/** The plugin's code is the command's: as a module of its own it would be most of that again. */
const PLUGIN_MODULE = "import plugin from './cli/remark.cjs'\n\nexport default plugin.default\n"

const stampName = '.inputs'

/** Licences of which a copy may be given on inside an MIT package, with the notice that we write. */
const allowedLicenses = '(MIT OR ISC OR 0BSD OR BSD-2-Clause OR BSD-3-Clause OR Apache-2.0)'

/** What `crossoff check -f` needs, whatever the document holds. */
const CORE =
  /^(?:src\/(?:text|markdown|document|links)\/|src\/(?:errors|cli\/(?:main|node-host|commands\/check)|reporters\/(?:index|text)|workflows\/check-repository)\.ts|node_modules\/(?:github-slugger|fastest-levenshtein)\/)/u

/** The parsers, of which one may not load, what loads `node:crypto`, and what compares states of a repository. */
const NOT_CORE =
  /(?:remark|satteri)-engine|hash-item|links\/(?:match-moves|trace-links|follow-|cut-sections|find-section|context-of-state|list-|(?:apply-|parse-|render-)?baseline\.ts)/u

const stamp = hashInputs()
if (!process.argv.includes('--if-stale') || readStamp() !== stamp) {
  await build()
}

async function build() {
  // Built beside and then put in place: a command that runs meanwhile never sees half a build.
  const output = join(root, 'node_modules', `.crossoff-build-${process.pid}`)
  mkdirSync(output, { recursive: true })
  try {
    /** @type {Map<string, import('rollup-plugin-license').Dependency>} */
    const dependencies = new Map()
    await buildCommand(join(output, 'cli'), dependencies)
    await buildLibrary(output, dependencies)
    await buildTypes(library, join(output, 'index.d.ts'), dependencies)
    await buildTypes(plugin, join(output, 'remark.d.ts'), dependencies)
    writeFileSync(join(output, 'remark.js'), PLUGIN_MODULE)
    writeFileSync(join(output, 'THIRD-PARTY-LICENSES.txt'), renderLicenses(dependencies.values()))
    writeFileSync(join(output, stampName), `${stamp}\n`)
    rmSync(target, { recursive: true, force: true })
    renameSync(output, target)
  } finally {
    rmSync(output, { recursive: true, force: true })
  }
}

/**
 * @param {string} directory
 * @param {Map<string, import('rollup-plugin-license').Dependency>} dependencies
 */
async function buildCommand(directory, dependencies) {
  const bundle = await rolldown({
    ...inputOptions(programs, dependencies),
    // The entry needs the version, and must not load the core for it: the code cache comes first.
    optimization: { inlineConst: { mode: 'all' } },
  })
  const { output } = await bundle.write({
    dir: directory,
    // A CommonJS entry starts some 4 ms faster than an ES module on Node 20.
    format: 'cjs',
    exports: 'named',
    minify: true,
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name].cjs',
    // Each file that is loaded costs a quarter of a millisecond, and a hook loads all of these.
    codeSplitting: { groups: [{ name: 'core', test: isCore }] },
  })
  checkOutput(output)
  const entry = join(directory, 'crossoff.cjs')
  if (!readFileSync(entry, 'utf8').startsWith('#!/usr/bin/env node\n')) {
    throw new Error('src/cli/crossoff.ts lost its first line: #!/usr/bin/env node')
  }
  chmodSync(entry, 0o755)
}

/**
 * Tells whether `crossoff check -f` needs a module whatever the document holds.
 *
 * @param {string} id
 */
function isCore(id) {
  const path = id.slice(root.length)
  return CORE.test(path) && !NOT_CORE.test(path)
}

/**
 * @param {string} directory
 * @param {Map<string, import('rollup-plugin-license').Dependency>} dependencies
 */
async function buildLibrary(directory, dependencies) {
  const bundle = await rolldown(inputOptions(library, dependencies))
  const { output } = await bundle.write({
    dir: directory,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
  })
  checkOutput(output)
}

/**
 * @param {string} input
 * @param {string} file
 * @param {Map<string, import('rollup-plugin-license').Dependency>} dependencies
 */
async function buildTypes(input, file, dependencies) {
  const bundle = await rollup({
    input: join(root, input),
    plugins: [
      dts({
        tsconfig: join(root, 'tsconfig.json'),
        // Types of packages that our users do not have; other packages are an error below.
        includeExternal: ['@types/mdast', '@types/unist', 'valibot'],
      }),
      collectLicenses(dependencies),
    ],
    onwarn: fail,
  })
  const { output } = await bundle.write({ file, format: 'es' })
  checkOutput(output)
}

/**
 * @param {string | Record<string, string>} input
 * @param {Map<string, import('rollup-plugin-license').Dependency>} dependencies
 * @returns {import('rolldown').InputOptions}
 */
function inputOptions(input, dependencies) {
  return {
    cwd: root,
    input,
    platform: 'node',
    transform: { define: defineVersion },
    plugins: [collectLicenses(dependencies)],
    onLog: (level, log) => {
      // That the library imports at once what the command imports lazily is as it should be.
      const isExpected = input === library && log.code === 'INEFFECTIVE_DYNAMIC_IMPORT'
      if (level === 'warn' && !isExpected) fail(log)
    },
  }
}

/**
 * @param {Map<string, import('rollup-plugin-license').Dependency>} dependencies
 * @returns {import('rollup').Plugin}
 */
function collectLicenses(dependencies) {
  // @ts-expect-error its types promise a `default` property that its CommonJS code does not have
  return license({
    cwd: root,
    thirdParty: {
      allow: { test: allowedLicenses, failOnUnlicensed: true, failOnViolation: true },
      output: (/** @type {import('rollup-plugin-license').Dependency[]} */ found) => {
        for (const each of found) dependencies.set(`${each.name}@${each.version}`, each)
      },
    },
  })
}

/**
 * What a package manager would have to install beside us is a mistake: only Node's own modules may
 * be left outside of the bundle.
 *
 * @param {readonly { readonly type: string, readonly fileName: string, readonly imports?: string[], readonly dynamicImports?: string[] }[]} output
 */
function checkOutput(output) {
  const files = new Set(output.map(({ fileName }) => fileName))
  for (const { fileName, imports = [], dynamicImports = [] } of output) {
    const outside = [...imports, ...dynamicImports].filter((id) => !files.has(id) && !isBuiltin(id))
    if (outside.length > 0) throw new Error(`${fileName} is not self-contained: ${outside.join()}`)
  }
}

/**
 * @param {{ readonly message: string }} log
 * @returns {never}
 */
function fail(log) {
  throw new Error(log.message)
}

/** @returns {string | undefined} */
function readStamp() {
  const file = join(target, stampName)
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined
}
