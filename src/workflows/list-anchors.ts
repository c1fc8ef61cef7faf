import { createLinkContext } from '../links/create-link-context.ts'
import { readAnchors } from '../links/read-anchors.ts'
import type { SlugsName } from '../links/slugs/index.ts'
import type { AnchorsReport } from '../reporters/report.ts'
import { linkOptions } from './link-options.ts'
import type { Ports } from './ports.ts'
import { readDocument } from './read-document.ts'

/** What `anchors` is asked. */
export interface AnchorsOptions {
  readonly file: string
  /** The renderer; else the config or the repository tells. */
  readonly slugs?: SlugsName | undefined
}

/** Lists every anchor of a document under a renderer's rules. */
export async function listAnchors(options: AnchorsOptions, ports: Ports): Promise<AnchorsReport> {
  const document = await readDocument(ports, options.file)
  const slugs = options.slugs ?? (await findSlugs(options.file, ports))
  const anchors = readAnchors(document, slugs).map(({ anchor, title, line }) => ({
    anchor,
    title,
    line,
  }))
  return { kind: 'anchors', file: options.file, slugs, anchors }
}

/** The config names the renderer, or the repository shows it, as for the checks. */
async function findSlugs(file: string, ports: Ports): Promise<SlugsName> {
  const { tree } = ports
  const engine = await ports.loadEngine()
  return createLinkContext({
    files: tree,
    documents: [],
    engine,
    options: await linkOptions(ports),
  }).slugsOf(file)
}
