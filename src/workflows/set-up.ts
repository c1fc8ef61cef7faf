import { join } from 'node:path/posix'
import type { Config } from '../config/config.ts'
import { configNames } from '../config/config-names.ts'
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
  refuseSecond(tree.list(directory), directory)
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

function refuseSecond(names: readonly string[], directory: string): void {
  const found = configNames.find((name) => name !== 'package.json' && names.includes(name))
  if (found === undefined) return
  throw new CrossoffError('config', `there is a config already: \`${join(directory, found)}\``, {
    help: 'change it by hand, or remove it first',
  })
}

/** Only what differs from what crossoff finds by itself is worth a line. */
function proposeConfig({ tree, directory }: Ports): Config {
  const prefix = directory === '' ? '' : `${directory}/`
  const documents = tree
    .files()
    .filter((path) => path.startsWith(prefix) && isMarkdownPath(path) && DOCUMENT_NAME.test(path))
    .map((path) => path.slice(prefix.length))
  return { documents: documents.length > 0 ? documents : ['TODO.md'] }
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
