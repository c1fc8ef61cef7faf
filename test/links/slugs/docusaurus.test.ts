import { createRequire } from 'node:module'
import type { Root } from 'mdast'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseDocument } from '../../../src/document/parse-document.ts'
import { readAnchors } from '../../../src/links/read-anchors.ts'
import { loadEngine } from '../../../src/markdown/load-engine.ts'
import { visit } from '../../../src/markdown/visit.ts'
import { generateDocuments } from './generate-headings.ts'

const runs = Number(process.env.CROSSOFF_ORACLE_HEADINGS ?? 300)
const seed = Number(process.env.CROSSOFF_SEED ?? 20_240_229)

interface Loader {
  readonly compileToJSX: (given: object) => Promise<unknown>
}

const require = createRequire(import.meta.url)
const { compileToJSX } = require('@docusaurus/mdx-loader/lib/utils.js') as Loader

let ids: unknown[] = []
const collectIds = () => (root: Root) => {
  visit(root, (node) => {
    if (node.type === 'heading' && node.data !== undefined && 'id' in node.data)
      ids.push(node.data.id)
  })
}

const options = {
  staticDirs: [],
  siteDir: '/bakery',
  remarkPlugins: [collectIds],
  admonitions: true,
  markdownConfig: {
    format: 'mdx',
    emoji: true,
    mdx1Compat: { comments: true, admonitions: true, headingIds: true },
    anchors: { maintainCase: false },
    hooks: { onBrokenMarkdownLinks: 'ignore', onBrokenMarkdownImages: 'ignore' },
  },
}

it('should give the anchors that Docusaurus gives', async () => {
  const endings = fc.constantFrom(
    ...[' {#rye}', ' {#Rye_1}', '{#rye}', ' {#a.b:c}', ' {/* #rye */}', ' {/* #rye and more */}'],
    ...[' {/* rye */}', ' ##', ' {#rye} ##', ' rye:loaf', ' :loaf[fresh]', ' :tada:'],
    ...[' a:b_', ' :loaf-', ' :loaf[fresh]{kind=rye}', ' node:fs.', ' x:y:z', ' {#}', ' {# }'],
  )
  const engines = [await loadEngine('satteri'), await loadEngine('remark')]
  for (const text of generateDocuments(runs, seed, endings)) {
    ids = []
    const file = { filePath: '/bakery/menu.md', fileContent: text, frontMatter: {} }
    await compileToJSX({ ...file, options, compilerName: 'server' })
    for (const engine of engines) {
      const anchors = readAnchors(parseDocument(text, engine), 'docusaurus')
      expect(
        anchors.map(({ anchor }) => anchor),
        text,
      ).toEqual(ids)
    }
  }
})
