import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { rolldown } from 'rolldown'
import { defineVersion } from '../define-version.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Lets a function use TypeScript sources of this repository. Node 20 cannot run them, so they are
 * bundled first; what they import lazily can be imported until the function is done.
 *
 * @template Result
 * @param {Record<string, string>} paths By name: `{ slugs: 'src/links/slugs/index.ts' }`.
 * @param {(modules: Record<string, any>) => Promise<Result>} use Is given the modules by the same names.
 * @returns {Promise<Result>}
 */
export async function withSources(paths, use) {
  const folder = mkdtempSync(join(root, 'node_modules', '.crossoff-docs-'))
  try {
    const bundle = await rolldown({
      cwd: root,
      input: paths,
      platform: 'node',
      transform: { define: defineVersion },
    })
    await bundle.write({ dir: folder, format: 'esm', entryFileNames: '[name].mjs' })
    /** @type {Record<string, any>} */
    const modules = {}
    for (const name of Object.keys(paths)) {
      modules[name] = await import(pathToFileURL(join(folder, `${name}.mjs`)).href)
    }
    return await use(modules)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
