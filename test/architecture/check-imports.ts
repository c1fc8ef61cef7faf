import type { Import } from './read-imports.ts'

/** Who may import whom; folders are named as they stand under `src/`. */
export interface ImportRules {
  /** From the top down: a folder sees the lines below its own. */
  readonly layers: readonly (readonly string[])[]
  /** Folders that see a folder of their own line as well. */
  readonly neighbours: Readonly<Record<string, readonly string[]>>
  /** Files at the root of `src/` that all may import. */
  readonly shared: readonly string[]
  /** Folders that the shared files may import. */
  readonly sharedSees: readonly string[]
  /** Files that a registry lists: each is imported by the `index.ts` beside it and by nobody else. */
  readonly entries: ReadonlySet<string>
  /** Packages that one folder alone may import, by the folder. */
  readonly reserved: Readonly<Record<string, RegExp>>
  /** The only Node modules of folders that must not touch the world. */
  readonly pureModules: readonly string[]
  /** The folders that may touch it. */
  readonly impure: readonly string[]
}

/** Says of each import that breaks the rules what is wrong with it. */
export function checkImports(imports: readonly Import[], rules: ImportRules): string[] {
  return imports.flatMap((each) => {
    const problem = each.to.startsWith('src/')
      ? (layerProblem(each, rules) ?? registryProblem(each, rules))
      : packageProblem(each, rules)
    return problem === undefined ? [] : [`${each.from}:${each.line}: ${problem}`]
  })
}

/** The folder a path stands in: `document` for `src/document/links/read.ts`, none for `src/errors.ts`. */
function folderOf(path: string): string | undefined {
  const [, folder, ...rest] = path.split('/')
  return rest.length === 0 ? undefined : folder
}

function layerProblem({ from, to }: Import, rules: ImportRules): string | undefined {
  const source = folderOf(from)
  const target = folderOf(to)
  if (from === 'src/index.ts') {
    return target === 'cli' ? 'the library must not import the command line' : undefined
  }
  if (target === undefined) {
    return rules.shared.includes(to) ? undefined : `${to} is not for import`
  }
  if (source === undefined) {
    return rules.sharedSees.includes(target) ? undefined : `a shared file must not import ${target}`
  }
  if (source === target || rules.neighbours[source]?.includes(target)) return undefined
  const sourceLine = lineOf(source, rules)
  const targetLine = lineOf(target, rules)
  if (sourceLine === -1) return `the folder ${source} has no place in the table`
  if (targetLine === -1) return `the folder ${target} has no place in the table`
  return sourceLine < targetLine ? undefined : `${source} must not import ${target}`
}

function lineOf(folder: string, rules: ImportRules): number {
  return rules.layers.findIndex((line) => line.includes(folder))
}

function registryProblem({ from, to }: Import, rules: ImportRules): string | undefined {
  const index = `${to.slice(0, to.lastIndexOf('/'))}/index.ts`
  if (!rules.entries.has(to) || from === index) return undefined
  return `${to} is an entry and reached through ${index} alone`
}

function packageProblem({ from, to }: Import, rules: ImportRules): string | undefined {
  const folder = folderOf(from)
  const owner = Object.entries(rules.reserved).find(([, pattern]) => pattern.test(to))?.[0]
  if (owner !== undefined && owner !== folder) return `only ${owner} may import ${to}`
  if (!to.startsWith('node:') || rules.pureModules.includes(to)) return undefined
  if (folder !== undefined && rules.impure.includes(folder)) return undefined
  return `${folder ?? 'a shared file'} must not import ${to}`
}
