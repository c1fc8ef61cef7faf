import { dirname } from 'node:path/posix'
import type { FileTree } from '../ports.ts'
import { memoize } from './memoize.ts'

/** Makes a function that names the generator whose site a file is probably rendered into. */
export function findSite(files: FileTree): (file: string) => string | undefined {
  const generatorAt = memoize((directory): string | undefined => {
    const names = files.list(directory)
    const found = Object.entries(GENERATORS).find(([, isMark]) =>
      names.some((name) => isMark(name, names)),
    )
    if (found !== undefined) return found[0]
    return directory === '' ? undefined : generatorAt(parentOf(directory))
  })
  return (file) => generatorAt(parentOf(file))
}

/** What stands at the root of a generator's site. */
const GENERATORS: Readonly<Record<string, (name: string, siblings: readonly string[]) => boolean>> =
  {
    Docusaurus: (name) => name.startsWith('docusaurus.config.'),
    VitePress: (name) => name === '.vitepress',
    Astro: (name) => name.startsWith('astro.config.'),
    MkDocs: (name) => name === 'mkdocs.yml' || name === 'mkdocs.yaml',
    Antora: (name) => name === 'antora.yml',
    Hugo: (name, siblings) =>
      HUGO.test(name) || (CONFIG.test(name) && siblings.includes('content')),
    Jekyll: (name) => name === '_config.yml' || name === '_config.yaml',
  }

/** "hugo.toml" */
const HUGO = /^hugo\.(?:toml|ya?ml|json)$/u

/** "config.toml": of Hugo, and of Zola */
const CONFIG = /^config\.(?:toml|ya?ml|json)$/u

function parentOf(path: string): string {
  const parent = dirname(path)
  return parent === '.' ? '' : parent
}
