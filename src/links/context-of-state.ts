import type { MarkdownEngine } from '../markdown/markdown-engine.ts'
import { createLinkContext } from './create-link-context.ts'
import type { LinkContext } from './link-context.ts'
import { overlayFiles } from './overlay-files.ts'
import type { SlugsName } from './slugs/index.ts'

/** Makes a function that gives the context in which a document, the only one there, has other bytes. */
export function contextOfState(
  file: string,
  renderer: SlugsName,
  { files, options }: LinkContext,
  engine: MarkdownEngine,
): (bytes: Uint8Array) => LinkContext {
  const known = new Map<Uint8Array, LinkContext>()
  return (bytes) => {
    const context =
      known.get(bytes) ??
      createLinkContext({
        files: overlayFiles(files, new Map([[file, bytes]])),
        documents: [file],
        engine,
        options: { ...options, slugs: renderer },
      })
    known.set(bytes, context)
    return context
  }
}
