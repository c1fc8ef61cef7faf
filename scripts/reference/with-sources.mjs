import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { rolldown } from 'rolldown'
import { defineVersion } from '../define-version.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** @typedef {typeof import('./sources.ts')} Sources */

/**
 * Lets a function use sources.ts. Node 20 cannot run TypeScript, so it is bundled first; what it
 * imports lazily can be imported until the function is done.
 *
 * @template Result
 * @param {(sources: Sources) => Promise<Result>} use
 * @returns {Promise<Result>}
 */
export async function withSources(use) {
  const folder = mkdtempSync(join(root, 'node_modules', '.crossoff-docs-'))
  try {
    const bundle = await rolldown({
      cwd: root,
      input: 'scripts/reference/sources.ts',
      platform: 'node',
      transform: { define: defineVersion },
    })
    await bundle.write({ dir: folder, format: 'esm', entryFileNames: 'sources.mjs' })
    return await use(await import(pathToFileURL(join(folder, 'sources.mjs')).href))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
