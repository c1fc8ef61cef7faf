import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readRegistries, type Registry } from './architecture/read-registries.ts'
import { readSourceFiles } from './architecture/source-files.ts'

/** What an entry of a registry must have beside its file. */
interface Belongings {
  /** The page that explains it; `npm run docs` writes it. Absent where no user types its word. */
  readonly page?: (key: string) => string
  /** Whether a case or a fixture shows what it does; absent where those of others do. */
  readonly isProven?: (key: string) => boolean
}

const root = join(import.meta.dirname, '..')

/** The files of all cases, `cli/drop/run.json`. */
const caseFiles = readdirSync(join(root, 'test/cases'), { recursive: true, encoding: 'utf8' })

/** The commands that cases run. */
const typed = new Set(
  caseFiles
    .filter((path) => basename(path) === 'run.json')
    .flatMap((path) => (JSON.parse(readCase(path)) as { argv?: string[] }).argv?.[0] ?? []),
)

/** The operations of the plans that cases apply. */
const planned = new Set(
  caseFiles
    .filter((path) => /plan\.(?:json|yaml)$/u.test(path))
    .flatMap((path) => [...readCase(path).matchAll(/\bop"?: "?(?<word>\w+)/gu)])
    .flatMap(({ groups }) => groups?.word ?? []),
)

const expected: Readonly<Record<string, Belongings>> = {
  'src/changelog/formats/index.ts': { page: (key) => `docs/reference/formats/${key}.md` },
  'src/changelog/fragments/index.ts': { page: (key) => `docs/reference/fragments/${key}.md` },
  'src/changelog/hosts/index.ts': { page: (key) => `docs/reference/hosts/${key}.md` },
  'src/changelog/outcomes/index.ts': { page: (key) => `docs/reference/outcomes/${key}.md` },
  'src/cli/commands/index.ts': {
    page: (key) => `docs/reference/commands/${key}.md`,
    isProven: (key) => typed.has(key),
  },
  'src/links/resolvers/index.ts': { page: (key) => `docs/reference/resolvers/${key}.md` },
  'src/links/sites/index.ts': { page: (key) => `docs/reference/sites/${key}.md` },
  'src/links/slugs/index.ts': {
    page: (key) => `docs/reference/slugs/${key}.md`,
    isProven: (key) => existsSync(join(root, `test/links/slugs/${key}.json`)),
  },
  'src/operations/index.ts': {
    page: (key) => `docs/reference/operations/${key}.md`,
    isProven: (key) => typed.has(key) || planned.has(key),
  },
  'src/reporters/index.ts': { page: (key) => `docs/reference/reporters/${key}.md` },
  'src/reporters/views/index.ts': {},
}

const registries = readRegistries(readSourceFiles('src'))

describe('registries', () => {
  it('should all be known here', () => {
    expect(registries.map(({ path }) => path)).toEqual(Object.keys(expected))
  })

  it('should each export one object literal that has entries', () => {
    const sizes = registries.map(({ entries }) => entries.length)
    expect(new Set(registries.map(({ path }) => path)).size).toBe(registries.length)
    expect(sizes).not.toContain(0)
  })

  describe.each(registries)('$path', ({ path, entries }) => {
    const belongings = expected[path]

    it('should keep each entry in a file of its name', () => {
      const files = entries.map((entry) => entry.path)
      expect(files).toEqual(entries.map(({ key }) => path.replace('index.ts', `${key}.ts`)))
      expect(missing(files)).toEqual([])
    })

    it('should explain each entry on a page', () => {
      const pages = entries.flatMap(({ key }) => belongings?.page?.(key) ?? [])
      expect(missing(pages)).toEqual([])
    })

    it('should prove each entry by a case of its own, or by those of others', () => {
      const { isProven = () => true } = belongings ?? {}
      expect(entries.map(({ key }) => key).filter((key) => !isProven(key))).toEqual([])
    })
  })
})

describe('readRegistries', () => {
  const read = (sources: Record<string, string>): Registry[] =>
    readRegistries(new Map(Object.entries(sources)))

  it('should read names, their files and lazy entries', () => {
    expect(
      read({
        'src/operations/index.ts': `import { drop } from './drop.ts'
          import { setStatus as done } from './done.ts'
          export const operations = { drop, done } satisfies Operations`,
        'src/cli/commands/index.ts': `export const commands = {
          'merge-reports': { load: async () => (await import('./merge-reports.ts')).mergeReports },
        } as const`,
        'src/index.ts': `export const api = { no: 'registry' }`,
        'src/links/index.ts': `export { check } from './check.ts'`,
      }),
    ).toEqual([
      {
        path: 'src/operations/index.ts',
        name: 'operations',
        entries: [
          { key: 'drop', path: 'src/operations/drop.ts' },
          { key: 'done', path: 'src/operations/done.ts' },
        ],
      },
      {
        path: 'src/cli/commands/index.ts',
        name: 'commands',
        entries: [{ key: 'merge-reports', path: 'src/cli/commands/merge-reports.ts' }],
      },
    ])
  })

  it('should show an entry without a file of its own', () => {
    expect(
      read({ 'src/reporters/index.ts': `export const reporters = { json: { render } }` }),
    ).toEqual([
      {
        path: 'src/reporters/index.ts',
        name: 'reporters',
        entries: [{ key: 'json', path: undefined }],
      },
    ])
  })
})

function missing(paths: readonly (string | undefined)[]): string[] {
  return paths
    .map((path) => path ?? 'a path for it')
    .filter((path) => !existsSync(join(root, path)))
}

function readCase(path: string): string {
  return readFileSync(join(root, 'test/cases', path), 'utf8')
}
