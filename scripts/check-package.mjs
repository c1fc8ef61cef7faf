// Proves the package as users get it: packs it, has it judged, installs it into empty folders,
// and runs its command, its library, its plugin and its types there.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const scratch = mkdtempSync(join(tmpdir(), 'crossoff-package-'))

const todo = `# TODO

## Fetchers

 - [ ] support mirrors, see [the builders](#builders)
 - [x] resume downloads

## Builders
`

const consumer = `import { applyPlan, loadEngine, parseDocument, parsePlan, toSourceText } from 'crossoff'
import { version, type Item, type Plan } from 'crossoff'
import remarkCrossoff, { type RemarkCrossoffOptions } from 'crossoff/remark'

const titlesOf = (items: readonly Item[]): readonly string[] =>
  items.flatMap((item) => [item.title, ...titlesOf(item.children)])
const text = '# TODO\\n\\n- [ ] sow\\n- [x] rake\\n'
const engine = await loadEngine()
const reference = await loadEngine('remark')
const plan: Plan = parsePlan(
  '{ "version": 1, "operations": [{ "op": "drop", "target": { "path": ["TODO", "rake"] } }] }',
)
const options = { file: 'TODO.md', read: () => toSourceText(text), engine, reference }
const after = applyPlan(plan, options).files.map((file): string => file.after.text)
const titles = titlesOf(parseDocument(text, engine).items)
const settings: RemarkCrossoffOptions = { config: 'crossoff.config.json' }
const plugin = typeof remarkCrossoff(settings)
console.log(JSON.stringify({ version, engine: engine.name, titles, after, plugin }))
`

try {
  const tarball = pack()
  judge(tarball)
  installAndUse('as npm installs it', tarball, [], 'satteri')
  const isolated = '--install-strategy=linked'
  installAndUse('with isolated packages, as pnpm installs it', tarball, [isolated], 'satteri')
  installAndUse('without the native binding', tarball, ['--omit=optional'], 'remark')
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

function pack() {
  announce('npm pack')
  run('npm', ['pack', '--pack-destination', scratch], root)
  const name = readdirSync(scratch).find((each) => each.endsWith('.tgz'))
  if (name === undefined) throw new Error('npm pack left no tarball')
  return join(scratch, name)
}

/** @param {string} tarball */
function judge(tarball) {
  announce('publint')
  run('npx', ['--no', '--', 'publint', 'run', tarball, '--strict'], root)
  announce('attw')
  run('npx', ['--no', '--', 'attw', tarball, '--profile', 'esm-only'], root)
}

/**
 * @param {string} how
 * @param {string} tarball
 * @param {readonly string[]} options
 * @param {string} engine The parser that must load there.
 */
function installAndUse(how, tarball, options, engine) {
  announce(`install ${how}`)
  const folder = join(scratch, how.replaceAll(/\W+/gu, '-'))
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), '{ "name": "consumer", "type": "module" }\n')
  const quiet = ['--no-audit', '--no-fund', '--prefer-offline']
  run('npm', ['install', ...quiet, ...options, tarball], folder)
  useCommand(folder)
  useLibrary(folder, engine)
  usePlugin(folder)
}

/** @param {string} folder */
function useCommand(folder) {
  expectEqual('crossoff --version', crossoff(folder, '--version'), `${version}\n`)
  writeFileSync(join(folder, 'TODO.md'), todo)
  run('npx', ['--no', '--', 'crossoff', 'check'], folder)
  const { items } = JSON.parse(crossoff(folder, 'list', '--json'))
  const titles = items[0].children.map((/** @type {{ title: string }} */ each) => each.title)
  expectEqual('crossoff list --json', titles.join(), 'Fetchers,Builders')
  run('npx', ['--no', '--', 'crossoff', 'drop', 'resume downloads'], folder)
  const expected = todo.replace(' - [x] resume downloads\n', '')
  expectEqual('crossoff drop', readFileSync(join(folder, 'TODO.md'), 'utf8'), expected)
}

/**
 * @param {string} folder
 * @param {string} engine
 */
function useLibrary(folder, engine) {
  writeFileSync(join(folder, 'consumer.ts'), consumer)
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  // No @types package is at hand there: the types must stand on their own.
  const options = ['--strict', '--skipLibCheck', 'false', '--target', 'es2023', '--outDir', 'built']
  for (const module of [['nodenext'], ['esnext', '--moduleResolution', 'bundler']]) {
    run(process.execPath, [compiler, ...options, '--module', ...module, 'consumer.ts'], folder)
  }
  const expected = {
    version,
    engine,
    titles: ['TODO', 'sow', 'rake'],
    after: ['# TODO\n\n- [ ] sow\n'],
    plugin: 'function',
  }
  const actual = capture(process.execPath, [join('built', 'consumer.js')], folder)
  expectEqual('library', actual, `${JSON.stringify(expected)}\n`)
}

/**
 * remark-cli is this project's own, the plugin is the one that was installed.
 *
 * @param {string} folder
 */
function usePlugin(folder) {
  writeFileSync(join(folder, 'broken.md'), '[the fetchers](TODO.md#fetcher)\n')
  const cli = join(root, 'node_modules', 'remark-cli', 'cli.js')
  const words = ['TODO.md', 'broken.md', '--no-stdout', '--no-color', '--use', 'crossoff/remark']
  const { status, stderr } = spawnSync(process.execPath, [cli, ...words], {
    cwd: folder,
    encoding: 'utf8',
  })
  const expected = `broken.md
1:23-1:31 error no heading in \`TODO.md\` gives \`#fetcher\` link/missing-anchor crossoff

TODO.md: no issues found

✖ 1 error
`
  expectEqual('remark --use crossoff/remark', `${stderr}exit ${status}\n`, `${expected}exit 1\n`)
}

/**
 * @param {string} folder
 * @param {readonly string[]} words
 */
function crossoff(folder, ...words) {
  return capture('npx', ['--no', '--', 'crossoff', ...words], folder)
}

/** @param {string} name */
function announce(name) {
  console.log(`\n--- package: ${name}`)
}

/**
 * @param {string} command
 * @param {readonly string[]} words
 * @param {string} cwd
 */
function run(command, words, cwd) {
  execFileSync(command, words, { cwd, stdio: 'inherit' })
}

/**
 * @param {string} command
 * @param {readonly string[]} words
 * @param {string} cwd
 */
function capture(command, words, cwd) {
  return execFileSync(command, words, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

/**
 * @param {string} what
 * @param {string} actual
 * @param {string} expected
 */
function expectEqual(what, actual, expected) {
  if (actual !== expected) {
    throw new Error(`${what}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`)
  }
  console.log(`${what}: as expected`)
}
