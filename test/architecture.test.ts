import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkImports, type ImportRules } from './architecture/check-imports.ts'
import { checkPurity } from './architecture/check-purity.ts'
import { checkImportEffects, checkReExports } from './architecture/check-statements.ts'
import { findCycles } from './architecture/find-cycles.ts'
import { readImports } from './architecture/read-imports.ts'
import { readRegistries } from './architecture/read-registries.ts'
import { readSourceFiles, type SourceFiles } from './architecture/source-files.ts'

/** The table of docs/architecture.md, as data. */
const table: Omit<ImportRules, 'entries'> = {
  layers: [
    ['remark'],
    ['cli'],
    ['workflows', 'adapters', 'reporters', 'config'],
    ['changelog'],
    ['replay', 'history'],
    ['plans', 'diff', 'remote'],
    ['operations', 'links'],
    ['editing'],
    ['selectors', 'matching'],
    ['document'],
    ['markdown'],
    ['text'],
  ],
  neighbours: { workflows: ['config', 'reporters'] },
  shared: [
    'src/diagnostic.ts',
    'src/errors.ts',
    'src/group-by.ts',
    'src/partition-point.ts',
    'src/ports.ts',
    'src/version.ts',
  ],
  sharedSees: ['text'],
  reserved: {
    markdown:
      /^(?:satteri|unified|remark|remark-[\w-]+|micromark[\w-]*|mdast-util-(?:from|to)-markdown)$/u,
  },
  pureModules: ['node:path/posix', 'node:crypto'],
  impure: ['adapters', 'cli', 'remark'],
}

/** What the entry of the command may do when it is loaded, no other file may. */
const runsOnImport = 'src/cli/crossoff.ts'

const longestFile = 250

describe('architecture of src/', () => {
  const files = readSourceFiles('src')

  it('should find the sources', () => {
    expect(files.size).toBeGreaterThan(20)
  })

  it('should be explained by the table in docs/architecture.md', () => {
    expect(readFloors('docs/architecture.md')).toEqual(table.layers)
  })

  it('should import downwards, and through registries, only', () => {
    expect(checkImports(readImports(files), rulesFor(files))).toEqual([])
  })

  it('should have no circle of imports, types included', () => {
    expect(findCycles(readImports(files))).toEqual([])
  })

  it('should touch the world and keep state in adapters and the command line only', () => {
    expect(checkPurity(pureFiles(files))).toEqual([])
  })

  it('should run no code when a file is imported', () => {
    const declaring = new Map([...files].filter(([path]) => path !== runsOnImport))
    expect(checkImportEffects(declaring)).toEqual([])
  })

  it(`should have no file of more than ${String(longestFile)} lines`, () => {
    const long = [...files].filter(([, text]) => text.trimEnd().split('\n').length > longestFile)
    expect(long.map(([path]) => path)).toEqual([])
  })

  it('should have an index of src/ that only passes names on', () => {
    expect(checkReExports(only(files, 'src/index.ts'))).toEqual([])
  })
})

describe('checkImports', () => {
  const problems = (sources: Record<string, string>): string[] => {
    const files = new Map(Object.entries(sources))
    return checkImports(readImports(files), rulesFor(files))
  }

  it('should accept imports that point down, to neighbours and to shared files', () => {
    expect(
      problems({
        'src/cli/main.ts': `import { check } from '../workflows/check.ts'\nimport 'node:fs'`,
        'src/workflows/check.ts': `import { slugify } from '../links/slugs/index.ts'
          import type { Config } from '../config/config.ts'`,
        'src/document/read-items.ts': `import { CrossoffError } from '../errors.ts'
          import { join } from 'node:path/posix'
          import { toString } from 'mdast-util-to-string'`,
        'src/errors.ts': `import type { Span } from './text/span.ts'`,
      }),
    ).toEqual([])
  })

  it('should refuse imports that point up, of values, types, re-exports and lazy ones', () => {
    expect(
      problems({
        'src/text/span.ts': `import type { Item } from '../document/document.ts'`,
        'src/document/document.ts': `\nexport { drop } from '../operations/drop.ts'`,
        'src/selectors/select.ts': `const lazy = () => import('../workflows/check.ts')`,
        'src/markdown/engine.ts': `type Item = import('../document/document.ts').Item`,
        'src/errors.ts': `import { item } from './document/document.ts'`,
      }),
    ).toEqual([
      'src/text/span.ts:1: text must not import document',
      'src/document/document.ts:2: document must not import operations',
      'src/selectors/select.ts:1: selectors must not import workflows',
      'src/markdown/engine.ts:1: markdown must not import document',
      'src/errors.ts:1: a shared file must not import document',
    ])
  })

  it('should refuse imports between neighbours, unknown folders and root files', () => {
    expect(
      problems({
        'src/operations/drop.ts': `import { check } from '../links/check-links.ts'`,
        'src/cli/main.ts': `import { join } from '../common/join.ts'`,
        'src/common/join.ts': `import { line } from '../text/line.ts'`,
        'src/workflows/check.ts': `import { parseDocument } from '../index.ts'`,
        'src/index.ts': `export { main } from './cli/main.ts'`,
      }),
    ).toEqual([
      'src/operations/drop.ts:1: operations must not import links',
      'src/cli/main.ts:1: the folder common has no place in the table',
      'src/common/join.ts:1: the folder common has no place in the table',
      'src/workflows/check.ts:1: src/index.ts is not for import',
      'src/index.ts:1: the library must not import the command line',
    ])
  })

  it('should refuse to reach an entry of a registry but through its index', () => {
    expect(
      problems({
        'src/operations/index.ts': `import { add } from './add.ts'
          import { drop } from './drop.ts'
          export const operations = { add, drop } satisfies Operations`,
        'src/operations/add.ts': `import type { Operation } from './operation.ts'`,
        'src/operations/drop.ts': `import { add } from './add.ts'`,
        'src/workflows/drop.ts': `import { drop } from '../operations/drop.ts'`,
        'src/cli/commands/index.ts': `export const commands = { check: () => import('./check.ts') }`,
        'src/cli/main.ts': `import { check } from './commands/check.ts'`,
      }),
    ).toEqual([
      'src/operations/drop.ts:1: src/operations/add.ts is an entry and reached through src/operations/index.ts alone',
      'src/workflows/drop.ts:1: src/operations/drop.ts is an entry and reached through src/operations/index.ts alone',
      'src/cli/main.ts:1: src/cli/commands/check.ts is an entry and reached through src/cli/commands/index.ts alone',
    ])
  })

  it('should keep parsers to markdown/, and the world to adapters/ and cli/', () => {
    expect(
      problems({
        'src/document/parse.ts': `import { unified } from 'unified'\nimport gfm from 'remark-gfm'`,
        'src/markdown/engine.ts': `import { markdownToMdast } from 'satteri'`,
        'src/links/check.ts': `import { readFileSync } from 'node:fs'`,
        'src/ports.ts': `import type { Stats } from 'node:fs'`,
        'src/adapters/files.ts': `import { readFileSync } from 'node:fs'`,
      }),
    ).toEqual([
      'src/document/parse.ts:1: only markdown may import unified',
      'src/document/parse.ts:2: only markdown may import remark-gfm',
      'src/links/check.ts:1: links must not import node:fs',
      'src/ports.ts:1: a shared file must not import node:fs',
    ])
  })
})

describe('findCycles', () => {
  it('should find a circle once, through type imports too', () => {
    const files = new Map([
      ['src/text/a.ts', `import { b } from './b.ts'`],
      ['src/text/b.ts', `import type { C } from './c.ts'`],
      ['src/text/c.ts', `export { a } from './a.ts'`],
      ['src/text/d.ts', `import { a } from './a.ts'`],
    ])
    expect(findCycles(readImports(files))).toEqual([
      'src/text/a.ts → src/text/b.ts → src/text/c.ts → src/text/a.ts',
    ])
  })
})

describe('checkPurity', () => {
  it('should find every way to ask the world, and no namesake', () => {
    const files = new Map([
      [
        'src/text/worldly.ts',
        `const now = () => Date.now()
const today = () => new Date()
const day = (iso: string) => new Date(iso).toISOString()
const any = () => Math.random()
const home = () => process.env['HOME']
const say = () => console.log('')
const order = (a: string, b: string) => a.localeCompare(b)
const inner = (git: Git) => git.process
interface Git { readonly process: string }`,
      ],
    ])
    expect(checkPurity(files)).toEqual([
      'src/text/worldly.ts:1: `Date.now` asks the world',
      'src/text/worldly.ts:2: the present `Date` asks the world',
      'src/text/worldly.ts:4: `Math.random` asks the world',
      'src/text/worldly.ts:5: `process` asks the world',
      'src/text/worldly.ts:6: `console` asks the world',
      'src/text/worldly.ts:7: `a.localeCompare` asks the world',
    ])
  })

  it('should find state of a module, and leave tables and locals alone', () => {
    const files = new Map([
      [
        'src/text/stateful.ts',
        `let count = 0
const seen = new Map<string, number>()
const words = new Set(['a', 'b'])
export const next = () => { let step = 1; return step + count }`,
      ],
    ])
    expect(checkPurity(files)).toEqual([
      'src/text/stateful.ts:1: state of the module',
      'src/text/stateful.ts:2: state of the module',
    ])
  })
})

describe('checkReExports', () => {
  it('should find all but re-exports', () => {
    const files = new Map([
      ['src/index.ts', `export { a } from './a.ts'\nexport const b = 1\nimport './c.ts'`],
    ])
    expect(checkReExports(files)).toEqual([
      'src/index.ts:2: is not a re-export',
      'src/index.ts:3: is not a re-export',
    ])
  })
})

describe('checkImportEffects', () => {
  it('should find statements that run when the file is imported', () => {
    const files = new Map([['src/text/eager.ts', `export const a = 1\nregister(a)\nif (a) stop()`]])
    expect(checkImportEffects(files)).toEqual([
      'src/text/eager.ts:2: runs when the file is imported',
      'src/text/eager.ts:3: runs when the file is imported',
    ])
  })
})

function rulesFor(files: SourceFiles): ImportRules {
  const entries = readRegistries(files).flatMap((registry) => registry.entries)
  return { ...table, entries: new Set(entries.flatMap(({ path }) => path ?? [])) }
}

function pureFiles(files: SourceFiles): SourceFiles {
  const impure = table.impure.map((folder) => `src/${folder}/`)
  return new Map([...files].filter(([path]) => !impure.some((start) => path.startsWith(start))))
}

function only(files: SourceFiles, wanted: string): SourceFiles {
  return new Map([...files].filter(([path]) => path === wanted))
}

/** Reads the rows `| 9 | \`cli\` |` of a document, folder by folder. */
function readFloors(path: string): string[][] {
  const text = readFileSync(join(import.meta.dirname, '..', path), 'utf8')
  return [...text.matchAll(/^\| \d+ +\|(?<folders>[^|\n]+)\|$/gmu)].map(({ groups }) =>
    [...(groups?.folders ?? '').matchAll(/`(?<name>[\w-]+)`/gu)].map((match) => match[1] ?? ''),
  )
}
