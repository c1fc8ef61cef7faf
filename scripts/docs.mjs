// Writes docs/reference/ and schema/ from the registries: `npm run docs`. What stands in these
// folders and is not written here (docs/reference/parser-differences.md) stays.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { renderPages } from './reference/render-pages.mjs'
import { withSources } from './reference/with-sources.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Folders of one page an entry: a page whose entry is gone must go too. */
const folders = ['commands', 'operations', 'resolvers', 'slugs', 'reporters']

const sources = {
  commands: 'src/cli/find-command.ts',
  usage: 'src/cli/render-command-help.ts',
  flags: 'src/cli/flag.ts',
  exitCodes: 'src/cli/exit-codes.ts',
  operations: 'src/operations/index.ts',
  values: 'src/operations/values.ts',
  plan: 'src/plans/plan-schema.ts',
  resolvers: 'src/links/resolvers/index.ts',
  slugs: 'src/links/slugs/index.ts',
  rules: 'src/links/rules.ts',
  reporters: 'src/reporters/index.ts',
  config: 'src/config/config-schema.ts',
  configNames: 'src/config/config-names.ts',
}

const pages = await withSources(sources, renderPages)
for (const folder of folders) {
  rmSync(join(root, 'docs', 'reference', folder), { recursive: true, force: true })
}
for (const [path, text] of pages) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}
console.log(`${pages.size} files of docs/reference/ and schema/`)
