// Writes docs/reference/ and schema/ from the registries: `npm run docs`. What stands in these
// folders and is not written here (docs/reference/parser-differences.md) stays.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { renderPages } from './reference/render-pages.mjs'
import { withSources } from './reference/with-sources.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Folders of one page an entry: a page whose entry is gone must go too. */
const folders = [
  'commands',
  'operations',
  'resolvers',
  'slugs',
  'sites',
  'hosts',
  'reporters',
  'fragments',
]

const pages = await withSources(renderPages)
for (const folder of folders) {
  rmSync(join(root, 'docs', 'reference', folder), { recursive: true, force: true })
}
for (const [path, text] of pages) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}
console.log(`${pages.size} files of docs/reference/ and schema/`)
