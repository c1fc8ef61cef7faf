import { join } from 'node:path/posix'
import type { Config } from '../config/config.ts'
import { configNames, findConfigName } from '../config/config-names.ts'
import { CrossoffError } from '../errors.ts'
import { isMarkdownPath } from '../links/markdown-path.ts'
import type { SetupReport } from '../reporters/report.ts'
import type { Ports } from './ports.ts'
import { listSnippets } from './setup-snippets.ts'

/** What `init` is asked. */
export interface SetupOptions {
  readonly format: 'json' | 'yaml'
  readonly isDryRun: boolean
}

/** Where the schema stands in a project that has crossoff installed; editors read it from there. */
const SCHEMA = './node_modules/crossoff/schema/config.schema.json'

/** Documents that hold items by their name, wherever they stand. */
const DOCUMENT_NAME = /(?:^|\/)(?:TODO|TODOS|ROADMAP)\.(?:md|markdown)$/iu

/** Writes a config for what the repository uses; one that is there already is never touched. */
export async function setUp(options: SetupOptions, ports: Ports): Promise<SetupReport> {
  const { tree, directory } = ports
  refuseSecond(ports)
  const config = proposeConfig(ports)
  const file = join(directory, `crossoff.config.${options.format}`)
  const schema = tree.list(directory).includes('package.json') ? SCHEMA : undefined
  const text = await renderConfig(config, options.format, schema)
  const snippets = listSnippets(tree)
  if (!options.isDryRun) await ports.write([{ path: file, after: new TextEncoder().encode(text) }])
  return {
    kind: 'setup',
    outcome: options.isDryRun ? 'planned' : 'written',
    file,
    config: text,
    snippets,
  }
}

function refuseSecond({ tree, directory }: Ports): void {
  const names = tree.list(directory).filter((name) => configNames.includes(name))
  const readPackage = (): string =>
    new TextDecoder().decode(tree.read(join(directory, 'package.json')))
  const found = findConfigName(names, directory, readPackage)
  if (found === undefined) return
  const key = found === 'package.json' ? ' in its key `crossoff`' : ''
  throw new CrossoffError(
    'config',
    `there is a config already: \`${join(directory, found)}\`${key}`,
    {
      help: 'change it by hand, or remove it first',
    },
  )
}

/** Only what differs from what crossoff finds by itself is worth a line. */
function proposeConfig({ tree, directory }: Ports): Config {
  const prefix = directory === '' ? '' : `${directory}/`
  const documents = tree
    .files()
    .filter((path) => path.startsWith(prefix) && isMarkdownPath(path) && DOCUMENT_NAME.test(path))
    .map((path) => path.slice(prefix.length))
  // A list with a document that is not there would be an error.
  return documents.length > 0 ? { documents } : {}
}

async function renderConfig(
  config: Config,
  format: 'json' | 'yaml',
  schema: string | undefined,
): Promise<string> {
  if (format === 'json') {
    const content = schema === undefined ? config : { $schema: schema, ...config }
    return `${JSON.stringify(content, undefined, 2)}\n`
  }
  const { stringify } = await import('yaml')
  const head = schema === undefined ? '' : `# yaml-language-server: $schema=${schema}\n`
  return `${head}${stringify(config)}`
}
