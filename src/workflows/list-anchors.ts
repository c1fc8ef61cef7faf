import { createLinkContext } from '../links/create-link-context.ts'
import { readAnchors } from '../links/read-anchors.ts'
import type { SlugsName } from '../links/slugs/index.ts'
import type { SlugSettings } from '../links/slugs/slug-definition.ts'
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
  const found = await find(options.file, ports)
  const { slugs = found.slugs } = options
  const anchors = readAnchors(document, slugs, found.settings).map(({ anchor, title, line }) => ({
    anchor,
    title,
    line,
  }))
  return { kind: 'anchors', file: options.file, slugs, anchors }
}

/** The config names the renderer, or the repository shows it, as for the checks. */
async function find(
  file: string,
  ports: Ports,
): Promise<{ readonly slugs: SlugsName; readonly settings: SlugSettings }> {
  const { tree } = ports
  const engine = await ports.loadEngine()
  const context = createLinkContext({
    files: tree,
    documents: [],
    engine,
    options: await linkOptions(ports),
  })
  return { slugs: context.slugsOf(file), settings: context.bookOf(file)?.slugSettings ?? {} }
}
