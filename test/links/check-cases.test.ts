import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseReferencePattern } from '../../src/document/reference-pattern.ts'
import { checkDocuments } from '../../src/links/check-documents.ts'
import type { LinkOptions } from '../../src/links/link-options.ts'
import { loadEngine } from '../../src/markdown/load-engine.ts'
import type { EngineName } from '../../src/markdown/markdown-engine.ts'
import { memoryFiles } from '../fakes/memory-files.ts'
import { renderReport } from './render-report.ts'

// A case is a folder: the repository in `given`, the options in `run.json`, the report in
// `expect.txt`. `vitest -u` writes the reports anew: read them before they are committed.
const folder = 'test/cases/check'

interface Run extends Omit<LinkOptions, 'references'> {
  readonly references?: Readonly<Record<string, string>>
}

describe.each(['satteri', 'remark'] satisfies EngineName[])('checkDocuments with %s', (name) => {
  it.each(readdirSync(folder))('should report %s as expected', async (each) => {
    const path = join(folder, each)
    const { references = {}, ...options } = JSON.parse(
      readFileSync(join(path, 'run.json'), 'utf8'),
    ) as Run
    const given = readTree(join(path, 'given'))
    const report = checkDocuments({
      files: memoryFiles(given),
      documents: Object.keys(given).filter((file) => file.endsWith('.md')),
      engine: await loadEngine(name),
      options: {
        ...options,
        references: Object.entries(references).map(([text, target]) =>
          parseReferencePattern(text, target),
        ),
      },
    })
    await expect(renderReport(report)).toMatchFileSnapshot(join('../../', path, 'expect.txt'))
  })
})

function readTree(root: string, directory = ''): Record<string, string> {
  const contents: Record<string, string> = {}
  for (const name of readdirSync(join(root, directory))) {
    const path = directory === '' ? name : `${directory}/${name}`
    if (statSync(join(root, path)).isDirectory()) Object.assign(contents, readTree(root, path))
    else contents[path] = readFileSync(join(root, path), 'utf8')
  }
  return contents
}
