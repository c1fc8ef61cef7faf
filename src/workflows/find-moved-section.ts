import type { HistorySource, Revision } from '../history/history-source.ts'
import { cutSections, isLikeSection, type Section } from '../links/cut-sections.ts'
import { findSection, listSections } from '../links/find-section.ts'
import type { LinkContext } from '../links/link-context.ts'
import type { LinkPlace, LinkStates } from '../links/link-trace.ts'
import type { AliveVerdict } from '../links/link-verdict.ts'
import { isMarkdownPath } from '../links/markdown-path.ts'
import { readAnchors } from '../links/read-anchors.ts'
import type { MarkdownEngine } from '../markdown/markdown-engine.ts'
import { decodeText } from '../text/decode-text.ts'
import { toSourceText } from '../text/source-text.ts'
import { revisionBefore } from './describe-loss.ts'
import { findCommittedName } from './find-committed-name.ts'
import type { Ports } from './ports.ts'

/**
 * Finds the section that one became which its document lost: the only one that has its title or its
 * text, and was not there before.
 *
 * Many documents have a section “Usage”: one that came later, with a text of its own, is another, and so
 * is one whose text other documents have too.
 *
 * @param endedBy The commit that took the section away; absent where that is not committed yet.
 */
export async function findMovedSection(
  { file, anchor }: AliveVerdict,
  { before, after }: LinkStates,
  endedBy: Revision | undefined,
  ports: Ports,
): Promise<LinkPlace | undefined> {
  if (file === undefined || anchor === undefined) return undefined
  const wanted = findSection(file, anchor, before)
  if (wanted === undefined) return undefined
  const { source } = await ports.openHistory()
  const engine = await ports.loadEngine()
  const isWanted = (section: Section): boolean => isLikeSection(section, wanted)
  const places: LinkPlace[] = []
  const start = await source.resolve(revisionBefore(endedBy))
  for (const difference of await source.differences(start)) {
    const { path } = difference
    if (path === undefined || !isMarkdownPath(path)) continue
    const sections = listSections(path, after).filter(isWanted)
    if (sections.length === 0) continue
    const past = await readSections(difference.before?.blob, source, engine)
    // Its own document lost it, and may have it again.
    const had = past.filter(isWanted).length - (path === file ? 1 : 0)
    if (had >= sections.length) continue
    const same = wanted.text === '' ? [] : sections.filter(({ text }) => text === wanted.text)
    if (!(same.length > 0 && isOnlyIn([file, path], wanted.text, after)) && endedBy !== undefined) {
      const blob = await findBlob(path, endedBy, source)
      if (!(await readSections(blob, source, engine)).some(isWanted)) continue
    }
    // Of several with one title, the one with its text is meant; without such a one nobody can tell.
    for (const { anchor: place } of same.length > 0 ? same : sections)
      places.push({ file: path, anchor: place.anchor })
  }
  return places.length === 1 ? places[0] : undefined
}

/** What stands in others too, as in those of one template, is not known again by its text. */
function isOnlyIn(files: readonly string[], text: string, context: LinkContext): boolean {
  return context.documents.every((file) => {
    const reading = context.page(file)
    if (files.includes(file) || reading.kind !== 'page') return true
    return !reading.page.source.text.includes(text)
  })
}

/** What a commit made of a document; `undefined` where it did nothing to it. */
async function findBlob(
  path: string,
  { commit }: Revision,
  source: HistorySource,
): Promise<string | undefined> {
  const file = await findCommittedName(path, source)
  if (file === undefined) return undefined
  const { revisions } = await source.read({ file, firstParent: true })
  return revisions.find((revision) => revision.commit === commit)?.after
}

/** Titles and texts alone count, so any renderer's anchors do. */
async function readSections(
  blob: string | undefined,
  source: HistorySource,
  engine: MarkdownEngine,
): Promise<Section[]> {
  for await (const { bytes } of source.blobs(blob === undefined ? [] : [blob])) {
    const text = bytes && decodeText(bytes)
    if (text === undefined) continue
    const past = toSourceText(text)
    const document = { source: past, root: engine.parse(past.text) }
    return cutSections(past.text, readAnchors(document, 'github'))
  }
  return []
}
