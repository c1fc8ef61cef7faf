import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Document, Item } from '../../src/document/document.ts'
import { parseDocument } from '../../src/document/parse-document.ts'
import { parseReferencePattern } from '../../src/document/reference-pattern.ts'
import { remarkEngine } from '../../src/markdown/remark-engine.ts'
import { satteriEngine } from '../../src/markdown/satteri-engine.ts'
import type { Span } from '../../src/text/span.ts'
import { caseFolders } from '../markdown/case-folders.ts'

const options = {
  owners: ['ana', 'bo'],
  references: [
    parseReferencePattern('cl/{number}', 'https://cl.example.org/{number}'),
    parseReferencePattern('b/{number}', 'https://bugs.example.org/{number}'),
    parseReferencePattern('//{path}', '{path}'),
  ],
}

/** An item with each span as the source that it covers. */
function describeItem(document: Document, item: Item): Record<string, unknown> {
  const source = ({ start, end }: Span): string => document.source.text.slice(start, end)
  const described = {
    is: `${item.kind} ${item.level}`,
    title: item.title,
    status: item.status,
    path: item.path.join(' > '),
    titleSource: source(item.titleSpan),
    source: source(item.span),
    body: item.bodySpans.map(source),
    owners: item.owners.map((owner) => `${owner.text} <- ${source(owner)}`),
    tags: item.tags.map((tag) => `${tag.text} <- ${source(tag)}`),
    dates: item.dates.map((date) => `${date.key}|${date.date} <- ${source(date)}`),
    code: item.code.map((code) => `${code.text} <- ${source(code)}`),
    references: item.references.map((found) => `${found.target} <- ${source(found)}`),
    links: item.links.map(({ kind, url, label, attribute, span, urlSpan }) =>
      [kind, url, label, attribute, source(urlSpan), source(span)].filter(
        (part) => part !== undefined,
      ),
    ),
    children: item.children.map((child) => describeItem(document, child)),
  }
  return Object.fromEntries(
    Object.entries(described).filter(([, value]) => !Array.isArray(value) || value.length > 0),
  )
}

describe.each(caseFolders('items'))('items of $name', ({ path, read }) => {
  it.each([satteriEngine, remarkEngine])(
    'should be read by $name as written down',
    async (engine) => {
      const document = parseDocument(read('given.md'), engine, options)
      const items = document.items.map((item) => describeItem(document, item))
      const json = `${JSON.stringify(items, null, 1)}\n`
      await expect(json).toMatchFileSnapshot(join(path, 'expect.json'))
    },
  )
})
