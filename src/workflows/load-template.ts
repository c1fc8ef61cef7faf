import type { Entry } from '../changelog/entry.ts'
import type { EntryTemplate } from '../changelog/render-item.ts'
import { CrossoffError } from '../errors.ts'
import { isOneParagraph } from '../changelog/is-one-paragraph.ts'
import type { MarkdownEngine } from '../markdown/markdown-engine.ts'
import type { Ports } from './ports.ts'

/**
 * Loads the module that writes entries: its default export takes an entry, and gives Markdown on one line.
 *
 * Throws `config` where it cannot be loaded, exports no function, or gives what is no paragraph.
 */
export async function loadTemplate(
  path: string | undefined,
  ports: Ports,
): Promise<EntryTemplate | undefined> {
  if (path === undefined) return undefined
  const loaded = await load(path, ports)
  const write =
    typeof loaded === 'object' && loaded !== null && 'default' in loaded
      ? loaded.default
      : undefined
  if (!isTemplate(write)) {
    throw new CrossoffError('config', `the template \`${path}\` exports no function by default`, {
      help: 'expected `export default (entry) => entry.summary`',
    })
  }
  const engine = await ports.loadEngine()
  // What it does to its entry must not change what is written beside the wording, such as the key.
  return (entry) => callTemplate(() => write(copy(entry)), path, engine)
}

/** Copies an entry as `--json` shows it, frozen. */
function copy(entry: Entry): unknown {
  return JSON.parse(JSON.stringify(entry), (_key, value: unknown) => Object.freeze(value))
}

/** What it takes and gives shows when it is called. */
function isTemplate(value: unknown): value is (entry: unknown) => unknown {
  return typeof value === 'function'
}

async function load(path: string, ports: Ports): Promise<unknown> {
  if (ports.readFile(path) === undefined)
    throw new CrossoffError('config', `the template \`${path}\` is not there`)
  try {
    return await ports.loadModule(path)
  } catch (cause) {
    throw failure(path, 'cannot be loaded', cause)
  }
}

function callTemplate(call: () => unknown, path: string, engine: MarkdownEngine): string {
  let text: unknown
  try {
    text = call()
  } catch (cause) {
    throw failure(path, 'failed', cause)
  }
  if (typeof text !== 'string' || text.trim() === '') throw noWording(path, 'no text')
  if (!isOneParagraph(text, engine)) throw noWording(path, `\`${text}\`, which is no paragraph`)
  return text
}

function noWording(path: string, what: string): CrossoffError {
  return new CrossoffError('config', `the template \`${path}\` gave ${what}`, {
    help: 'expected Markdown on one line, for every entry',
  })
}

function failure(path: string, what: string, cause: unknown): CrossoffError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new CrossoffError('config', `the template \`${path}\` ${what}: ${reason}`, { cause })
}
