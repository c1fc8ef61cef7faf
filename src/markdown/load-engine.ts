import type { EngineName, MarkdownEngine } from './markdown-engine.ts'

const loaders = {
  satteri: async () => (await import('./satteri-engine.ts')).satteriEngine,
  remark: async () => (await import('./remark-engine.ts')).remarkEngine,
} satisfies Record<EngineName, () => Promise<MarkdownEngine>>

/**
 * Loads a parser.
 *
 * Without a name: satteri, or the reference where satteri's native binding does not load on this
 * machine; `onFallback` is then told why.
 */
export async function loadEngine(
  name?: EngineName,
  onFallback?: (cause: unknown) => void,
): Promise<MarkdownEngine> {
  if (name !== undefined) return loaders[name]()
  try {
    return await loaders.satteri()
  } catch (cause) {
    onFallback?.(cause)
    return loaders.remark()
  }
}
