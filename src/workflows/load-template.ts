import type { Entry } from '../changelog/entry.ts'
import type { EntryTemplate } from '../changelog/render-item.ts'
import { CrossoffError } from '../errors.ts'
import type { Ports } from './ports.ts'

/**
 * Loads the module that writes entries: its default export takes an entry, and gives Markdown on one line.
 *
 * Throws `config` where it cannot be loaded, exports no function, or gives no text.
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
  return (entry) => callTemplate(() => write(entry), path)
}

/** What it takes and gives shows when it is called. */
function isTemplate(value: unknown): value is (entry: Entry) => unknown {
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

function callTemplate(call: () => unknown, path: string): string {
  let text: unknown
  try {
    text = call()
  } catch (cause) {
    throw failure(path, 'failed', cause)
  }
  if (typeof text === 'string' && text.trim() !== '') return text
  throw new CrossoffError('config', `the template \`${path}\` gave no text`, {
    help: 'expected Markdown on one line, for every entry',
  })
}

function failure(path: string, what: string, cause: unknown): CrossoffError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new CrossoffError('config', `the template \`${path}\` ${what}: ${reason}`, { cause })
}
