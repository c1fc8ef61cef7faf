import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../src/document/parse-document.ts'
import { remarkEngine } from '../../src/markdown/remark-engine.ts'
import { satteriEngine } from '../../src/markdown/satteri-engine.ts'
import { documentTree, renderOutline } from '../document/item-tree.ts'
import { type CaseFolder, caseFolders } from './case-folders.ts'

const page = join(import.meta.dirname, '../../docs/reference/parser-differences.md')
const cases = caseFolders('parser-differences')

describe.each(cases)('parser difference $name', ({ path, read }) => {
  const given = read('given.md')
  const satteri = parseDocument(given, satteriEngine)
  const remark = parseDocument(given, remarkEngine)

  it('should still be one', () => {
    expect(documentTree(satteri)).not.toEqual(documentTree(remark))
  })

  it('should be what the case says', async () => {
    await expect(renderOutline(satteri)).toMatchFileSnapshot(join(path, 'satteri.txt'))
    await expect(renderOutline(remark)).toMatchFileSnapshot(join(path, 'remark.txt'))
  })

  it('should excuse its own input', () => {
    expect(given).toMatch(new RegExp(read('needs.txt').trim(), 'u'))
  })
})

describe('the page of parser differences', () => {
  it('should list every case (`vitest -u` writes it)', async () => {
    const sections = cases.map(renderCase)
    await expect([INTRODUCTION, ...sections].join('\n')).toMatchFileSnapshot(page)
  })
})

const INTRODUCTION = `# Parser differences

crossoff reads with satteri and holds what it would write against remark. This page lists every
input known to give different items, or different links, in the two. An operation whose result
holds such an input is refused, and the file stays as it is; changing the input a little, most
often by a blank line, is enough.

The page is generated from \`test/cases/parser-differences\`. A test fails when a difference
listed here is gone, and when a random document brings up another.
`

function renderCase({ name, read }: CaseFolder): string {
  const given = read('given.md')
  return `## ${name.replaceAll('-', ' ')}

${read('why.txt').trim()}

Input: \`\` ${JSON.stringify(given)} \`\`

satteri:

${fence(renderOutline(parseDocument(given, satteriEngine)))}

remark:

${fence(renderOutline(parseDocument(given, remarkEngine)))}
`
}

function fence(text: string): string {
  return `\`\`\`text\n${text.trimEnd()}\n\`\`\``
}
