import type { MarkdownEngine } from '../../markdown/markdown-engine.ts'
import { chooseKind } from './choose-kind.ts'
import type { Entry } from '../entry.ts'
import type { Fragment, FragmentKinds, FragmentTool, Markup } from './fragment-tool.ts'
import { renderRst } from './render-rst.ts'
import { createItemRenderer, type EntryTemplate, renderWording } from '../render-item.ts'
import { readSeal, type Seal, sealText } from './seal-text.ts'

/** How fragments are made. */
export interface FragmentOptions {
  /** What the tool takes texts for, where it is told otherwise. */
  readonly markup?: Markup | undefined
  /** What the tool calls changes, where it is told otherwise. */
  readonly kinds?: FragmentKinds | undefined
  /** What a user's module makes of entries. */
  readonly template?: EntryTemplate | undefined
  /** Tells which packages a change of a document is released with. */
  packages(file: string): readonly string[]
}

/** What a tool's folder lacks, and what it has too much of. */
export interface FragmentPlan {
  readonly fragments: readonly Fragment[]
  /** Paths of files whose entries are no changes any more: the item came back, or was given up. */
  readonly obsolete: readonly string[]
  /** Files that nobody has changed, and whose names, which tell a kind or a day, would be others now. */
  readonly misnamed: readonly { readonly path: string; readonly name: string }[]
}

/**
 * Gives the files that a tool's folder lacks, one for each entry of the next release.
 *
 * An entry that is there already is left alone, under whatever name it stands, but for a text that
 * nobody has changed and that would now be another: it is given anew. So is left out what a release
 * has, and what is no change.
 *
 * @param present What the folder has: texts by their paths from it.
 */
export function planFragments(
  entries: readonly Entry[],
  tool: FragmentTool,
  options: FragmentOptions,
  present: ReadonlyMap<string, string>,
  engine: MarkdownEngine,
): FragmentPlan {
  const find = indexPresent(entries, present)
  const items = createItemRenderer(options.template)
  const fragments: Fragment[] = []
  const obsolete: string[] = []
  const misnamed: { path: string; name: string }[] = []
  for (const entry of entries) {
    const found = find(entry)
    const kind = chooseKind(entry, { ...tool.kinds, ...options.kinds })
    if (kind === undefined && found?.seal?.key === entry.key) obsolete.push(found.path)
    if (kind === undefined || entry.release !== undefined) continue
    const markup = options.markup ?? tool.markup
    const markdown = renderWording(entry, items)
    const written = tool.write(entry, {
      wording: markup === 'rst' ? renderRst(engine.parse(markdown)) : markdown,
      markup,
      kind,
      packages: () => options.packages(entry.file),
    })
    const fragment = { ...written, text: sealText(written.text) }
    const last = found ?? asPresent(fragment.path, present)
    const isStale =
      last?.path === fragment.path &&
      last.seal?.isUntouched === true &&
      last.seal.hash !== readSeal(fragment.text)?.hash
    if (last === undefined || isStale) fragments.push(fragment)
    else if (isMisnamed(last, fragment)) misnamed.push({ path: last.path, name: fragment.path })
  }
  return { fragments, obsolete, misnamed }
}

/** A name without the key is a person's choice. */
function isMisnamed({ path, seal }: PresentFragment, fragment: Fragment): boolean {
  return path !== fragment.path && seal?.isUntouched === true && path.includes(seal.key)
}

interface PresentFragment {
  readonly path: string
  /** Absent where a person wrote it. */
  readonly seal?: Seal
}

/** Finds an entry by its key, else one of the same item that is no other entry's. */
function indexPresent(
  entries: readonly Entry[],
  present: ReadonlyMap<string, string>,
): (entry: Entry) => PresentFragment | undefined {
  const claimed = new Set(entries.map(({ key }) => key))
  const byName = new Map<string, PresentFragment>()
  for (const [path, text] of present) {
    const seal = readSeal(text)
    if (seal === undefined) continue
    const name = claimed.has(seal.key) ? seal.key : itemOf(seal.key)
    byName.set(name, { path, seal })
  }
  return ({ key }) => byName.get(key) ?? byName.get(itemOf(key))
}

/** The part of a key that stands for the item. */
function itemOf(key: string): string {
  return key.slice(0, key.indexOf('-'))
}

/** A file of that name without a mark is a person's. */
function asPresent(
  path: string,
  present: ReadonlyMap<string, string>,
): PresentFragment | undefined {
  return present.has(path) ? { path } : undefined
}
