import { dirname, join } from 'node:path/posix'
import type { Renderer, Texts } from '../../arbitraries/linked-repository.ts'
import { renderSections } from './render-sections.ts'

/** A repository before and after an edit. */
export interface RepositoryEdit {
  readonly renderer: Renderer
  readonly before: Texts
  readonly after: Texts
  /** The new path of each file that was renamed. */
  readonly renames: ReadonlyMap<string, string>
}

/** What became of each link that is there, by its words. */
export function foretellFates({
  renderer,
  before,
  after,
  renames,
}: RepositoryEdit): Map<string, string> {
  const olds = listTargets(before, renderer)
  const fates = new Map<string, string>()
  for (const [mark, { file, url }] of listTargets(after, renderer)) {
    const past = olds.get(mark)
    const now = follow(url, file, after, renderer)
    if (past?.url !== url) {
      fates.set(mark, now === undefined ? 'broken' : 'intact')
      continue
    }
    const then = follow(url, past.file, before, renderer)
    const meant = then === undefined ? undefined : (renames.get(then) ?? then)
    fates.set(mark, judge(meant, now))
  }
  return fates
}

/** Tells of each mended link that does not lead where it led, although that is still there. */
export function listStrayed(
  { renderer, before, after, renames }: RepositoryEdit,
  mended: Texts,
): string[] {
  const olds = listTargets(before, renderer)
  const edited = listTargets(after, renderer)
  const known = new Set(
    Object.entries(after).flatMap(([file, text]) => [
      file,
      ...renderSections(text, renderer).anchors.values(),
    ]),
  )
  return [...listTargets(mended, renderer)].flatMap(([mark, { file, url }]) => {
    const past = olds.get(mark)
    if (past === undefined || edited.get(mark)?.url !== past.url) return []
    const then = follow(past.url, past.file, before, renderer)
    const meant = then === undefined ? undefined : (renames.get(then) ?? then)
    if (meant === undefined || !known.has(meant)) return []
    const now = follow(url, file, mended, renderer)
    return now === meant ? [] : [`${mark}: ${url} in ${file} leads to ${String(now)}, not ${meant}`]
  })
}

function judge(then: string | undefined, now: string | undefined): string {
  if (then === undefined) return now === undefined ? 'known' : 'revived'
  if (now === undefined) return 'broken'
  return now === then ? 'intact' : 'retargeted'
}

interface PlacedTarget {
  readonly file: string
  readonly url: string
}

function listTargets(texts: Texts, renderer: Renderer): Map<string, PlacedTarget> {
  return new Map(
    Object.entries(texts)
      .filter(([file]) => file.endsWith('.md'))
      .flatMap(([file, text]) =>
        [...renderSections(text, renderer).links].map(
          ([mark, url]) => [mark, { file, url }] as const,
        ),
      ),
  )
}

/** Follows a link to the mark of its section, or the path of its file; `undefined` for a dead one. */
function follow(url: string, from: string, texts: Texts, renderer: Renderer): string | undefined {
  const [path = '', fragment] = url.split('#')
  const file = path === '' ? from : join(dirname(from), decodeURIComponent(path))
  // What is outside of the repository may be there.
  if (file.startsWith('../')) return file
  const text = texts[file]
  if (text === undefined || fragment === undefined) return text === undefined ? undefined : file
  const { anchors } = renderSections(text, renderer)
  const name = decodeURIComponent(fragment)
  return anchors.get(name) ?? (renderer === 'github' ? anchors.get(name.toLowerCase()) : undefined)
}
