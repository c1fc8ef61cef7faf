import fc from 'fast-check'
import GithubSlugger from 'github-slugger'
import { toString } from 'mdast-util-to-string'
import { expect, it } from 'vitest'
import { parseDocument } from '../../../src/document/parse-document.ts'
import { readAnchors } from '../../../src/links/read-anchors.ts'
import { loadEngine } from '../../../src/markdown/load-engine.ts'
import { visit } from '../../../src/markdown/visit.ts'
import { generateDocuments } from './generate-headings.ts'

const runs = Number(process.env.CROSSOFF_ORACLE_HEADINGS ?? 300)
const seed = Number(process.env.CROSSOFF_SEED ?? 20_240_229)

it('should give the anchors that github-slugger gives of the text of a tree', async () => {
  const endings = fc.constantFrom(
    ...[' {#rye}', ' ##', ' # #', ' <!-- rye -->', ' :tada:', ' [rye]', ' ~~rye~~', ' \\'],
    ...[
      ' &#x20;',
      ' &#x20;rye',
      ' https://bakery.example',
      ' <https://bakery.example>',
      ' `` ` ``',
    ],
  )
  const engines = [await loadEngine('satteri'), await loadEngine('remark')]
  const remark = await loadEngine('remark')
  for (const text of generateDocuments(runs, seed, endings)) {
    const slugger = new GithubSlugger()
    const ids: string[] = []
    visit(remark.parse(text), (node) => {
      if (node.type !== 'heading') return
      ids.push(slugger.slug(toString(node, { includeImageAlt: false, includeHtml: false })))
    })
    for (const engine of engines) {
      const anchors = readAnchors(parseDocument(text, engine), 'github')
      expect(
        anchors.map(({ anchor }) => anchor),
        text,
      ).toEqual(ids)
    }
  }
})
