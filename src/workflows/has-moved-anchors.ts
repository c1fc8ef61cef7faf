import { changeLinkContext, createLinkContext } from '../links/create-link-context.ts'
import type { LinkContext } from '../links/link-context.ts'
import { isMarkdownPath } from '../links/markdown-path.ts'
import { linkOptions } from './link-options.ts'
import type { StagedState } from './open-staged.ts'
import { readBlobs } from './read-blobs.ts'

/** Tells whether an anchor of a document that the next commit edits goes away, or to another section. */
export async function hasMovedAnchors(state: StagedState): Promise<boolean> {
  const before = await readEdited(state)
  if (before.size === 0) return false
  const { tree, ports } = state
  const documents = [...before.keys()]
  await tree.load(documents)
  const engine = await ports.loadEngine()
  const options = await linkOptions(ports)
  const now = createLinkContext({ files: tree, documents, engine, options })
  const then = changeLinkContext(now, before, engine)
  return documents.some((file) => hasMoved(file, then, now))
}

/** Reads what documents that are edited were in the last commit, by their paths. */
async function readEdited({ changed, ports }: StagedState): Promise<Map<string, Uint8Array>> {
  const ids = new Map(
    changed.flatMap(({ path, before, after }) =>
      before !== undefined && after !== undefined && isMarkdownPath(path) ? [[path, before]] : [],
    ),
  )
  const texts = await readBlobs([...ids.values()], ports)
  return new Map([...ids].map(([path, id]) => [path, texts.get(id) ?? new Uint8Array()]))
}

function hasMoved(file: string, then: LinkContext, now: LinkContext): boolean {
  return [now.slugsOf(file), ...now.otherSlugsOf(file)].some((slugs) => {
    const past = then.anchors(file, slugs)?.anchors ?? []
    const present = now.anchors(file, slugs)?.byName
    return past.some(({ anchor, title }) => present?.get(anchor)?.title !== title)
  })
}
