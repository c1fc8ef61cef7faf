import type { Document, Item } from '../document/document.ts'
import { nodeSpan } from '../document/node-span.ts'
import { groupBy } from '../group-by.ts'

/** An item that its document lost, or that is new in it. */
export interface Stray {
  readonly file: string
  readonly document: Document
  readonly item: Item
}

/**
 * Finds items that went to other documents: those whose text came to one as it left another, whatever
 * became of the targets of its links.
 *
 * A text of a few words may stand anywhere, and has to have the title that it had. One that stands in
 * more documents than its own, as in those of one template, tells nothing.
 *
 * @param olds What documents lost.
 * @param news What is new in documents.
 * @param texts The documents as they were, by path.
 * @returns The old and the new one of each pair, those in the text of both too.
 */
export function matchStrays(
  olds: readonly Stray[],
  news: readonly Stray[],
  texts: () => Iterable<readonly [file: string, text: string]>,
): [Stray, Stray][] {
  const found = [titledKey, textKey].flatMap((keyOf) => pairByKey(olds, news, keyOf))
  if (found.length === 0) return []
  const common = findCommon(found, texts())
  const pairs = new Map<Item, [Stray, Stray]>()
  const taken = new Set<Item>()
  for (const [old, fresh] of found.filter(([each]) => !common.has(each))) {
    for (const [one, other] of pairTrees(old.item, fresh.item)) {
      if (pairs.has(one) || taken.has(other)) continue
      taken.add(other)
      pairs.set(one, [
        { ...old, item: one },
        { ...fresh, item: other },
      ])
    }
  }
  return [...pairs.values()]
}

/** Only where each side has one: which of several went where, nobody can tell. */
function pairByKey(
  olds: readonly Stray[],
  news: readonly Stray[],
  keyOf: (stray: Stray) => string | undefined,
): [Stray, Stray][] {
  const come = groupBy(news, keyOf)
  return [...groupBy(olds, keyOf)].flatMap(([key, [old, ...others]]): [Stray, Stray][] => {
    const [fresh, ...more] = come.get(key) ?? []
    if (key === undefined || old === undefined || fresh === undefined) return []
    const isOne = others.length === 0 && more.length === 0 && old.file !== fresh.file
    return isOne ? [[old, fresh]] : []
  })
}

function titledKey(stray: Stray): string | undefined {
  const text = foldBody(stray)
  return stray.item.kind === 'section' && text !== '' ? `${stray.item.title}\n${text}` : undefined
}

/** Without a title, what links lead to tells: of a target, a move changes the way there alone. */
function textKey(stray: Stray): string | undefined {
  const text = readBody(stray)
    .replace(TARGET, (target) => target.replace(WAY, ''))
    .replace(/\s+/gu, ' ')
  return text.length < TELLING ? undefined : `${stray.item.kind} ${text}`
}

/** Fewer characters may stand anywhere. */
const TELLING = 40

function foldBody(stray: Stray): string {
  return readBody(stray).replace(TARGET, '').replace(/\s+/gu, ' ')
}

/** "(beds.md#beds" and `="beds.md#beds` */
const TARGET = /(?<=\]\(|=")[^)"\s]*/gu

/** "../docs/beds.md" before a fragment, else "../docs/" */
const WAY = /^[^#]*(?=#)|^.*\//su

/** What an item says: of a section, what stands between its heading and the next section. */
function readBody({ document: { source, syntax }, item }: Stray): string {
  const nodes = syntax.get(item)
  const { start, end } = item.span
  if (nodes?.kind !== 'section') return source.text.slice(start, end).trim()
  const below = item.children.find(({ kind }) => kind === 'section')
  return source.text.slice(nodeSpan(nodes.heading).end, below?.span.start ?? end).trim()
}

/** Items of one text, with the bullets and labels that are that text. */
function pairTrees(old: Item, fresh: Item): [Item, Item][] {
  const pairs: [Item, Item][] = [[old, fresh]]
  for (const [one, other] of pairs) {
    for (const [index, child] of one.children.entries()) {
      const partner = other.children[index]
      if (child.kind === 'section' || partner?.kind !== child.kind) break
      pairs.push([child, partner])
    }
  }
  return pairs
}

/** Finds the items whose text stood in other documents too: by its first line, then as a whole. */
function findCommon(
  pairs: readonly (readonly [Stray, Stray])[],
  texts: Iterable<readonly [file: string, text: string]>,
): Set<Stray> {
  const wanted = groupBy(
    pairs.map(([old]) => ({ old, body: readBody(old) })),
    ({ body }) => firstLine(body),
  )
  const common = new Set<Stray>()
  for (const [file, text] of texts) {
    for (const line of new Set(text.split('\n'))) {
      for (const { old, body } of wanted.get(line.trim()) ?? [])
        if (old.file !== file && text.includes(body)) common.add(old)
    }
  }
  return common
}

function firstLine(text: string): string {
  return text.split('\n', 1).join('').trim()
}
