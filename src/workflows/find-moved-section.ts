import type { FileDifference } from '../history/file-difference.ts'
import type { HistorySource } from '../history/history-source.ts'
import { cutSections, isLikeSection, type Section } from '../links/cut-sections.ts'
import { findSection, listSections } from '../links/find-section.ts'
import type { LinkPlace, LinkStates } from '../links/link-trace.ts'
import type { AliveVerdict } from '../links/link-verdict.ts'
import { isMarkdownPath } from '../links/markdown-path.ts'
import { readAnchors } from '../links/read-anchors.ts'
import type { MarkdownEngine } from '../markdown/markdown-engine.ts'
import { decodeText } from '../text/decode-text.ts'
import { toSourceText } from '../text/source-text.ts'
import type { Ports } from './ports.ts'

/**
 * Finds the section that one became which its document lost: the only one that has its title or its
 * text, and was not there at a revision.
 */
export async function findMovedSection(
  { file, anchor }: AliveVerdict,
  { before, after }: LinkStates,
  revision: string,
  ports: Ports,
): Promise<LinkPlace | undefined> {
  if (file === undefined || anchor === undefined) return undefined
  const wanted = findSection(file, anchor, before)
  if (wanted === undefined) return undefined
  const { source } = await ports.openHistory()
  const engine = await ports.loadEngine()
  const isWanted = (section: Section): boolean => isLikeSection(section, wanted)
  const places: LinkPlace[] = []
  for (const difference of await source.differences(await source.resolve(revision))) {
    const { path } = difference
    if (path === undefined || !isMarkdownPath(path)) continue
    const sections = listSections(path, after).filter(isWanted)
    const [section] = sections
    if (section === undefined) continue
    const past = await readPast(difference, source, engine)
    // Its own document lost it, and may have it again.
    const had = past.filter(isWanted).length - (path === file ? 1 : 0)
    if (had < sections.length) places.push({ file: path, anchor: section.anchor.anchor })
  }
  return places.length === 1 ? places[0] : undefined
}

/** Titles and texts alone count, so any renderer's anchors do. */
async function readPast(
  { before }: FileDifference,
  source: HistorySource,
  engine: MarkdownEngine,
): Promise<Section[]> {
  for await (const { bytes } of source.blobs(before?.blob === undefined ? [] : [before.blob])) {
    const text = bytes && decodeText(bytes)
    if (text === undefined) continue
    const past = toSourceText(text)
    const document = { source: past, root: engine.parse(past.text) }
    return cutSections(past.text, readAnchors(document, 'github'))
  }
  return []
}
