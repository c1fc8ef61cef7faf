import GithubSlugger from 'github-slugger'
import type { Nodes, Root } from 'mdast'
import { toString as toText } from 'mdast-util-to-string'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Renderer } from '../../arbitraries/linked-repository.ts'

/** A document as a reader sees it, told by a renderer that is not crossoff's. */
export interface RenderedPage {
  /** What each anchor leads to: the mark of the section, or of the paragraph of an id. */
  readonly anchors: ReadonlyMap<string, string>
  /** The target of each link, by its words. */
  readonly links: ReadonlyMap<string, string>
  /** Mark and title of each section. */
  readonly sections: readonly (readonly [mark: string, title: string])[]
}

const parser = unified().use(remarkParse)
const cache = new Map<string, RenderedPage>()

/** Renders a document, and tells its sections by the marks in their bodies. */
export function renderSections(text: string, renderer: Renderer): RenderedPage {
  const key = `${renderer} ${text}`
  const known = cache.get(key)
  if (known !== undefined) return known
  if (cache.size > 5_000) cache.clear()
  const page = render(parser.parse(text), text, renderer)
  cache.set(key, page)
  return page
}

function render(root: Root, text: string, renderer: Renderer): RenderedPage {
  const anchors = new Map<string, string>()
  const links = new Map<string, string>()
  const sections: [string, string][] = []
  const slug = createSlugger(renderer)
  let titled: string | undefined
  const name = (anchor: string, mark: string): void => {
    if (!anchors.has(anchor)) anchors.set(anchor, mark)
  }
  const headings: [title: string, start: number, end: number][] = []
  walk(root, (node) => {
    if (node.type === 'heading')
      headings.push([
        toText(node, { includeHtml: false }),
        node.position?.start.offset ?? 0,
        node.position?.end.offset ?? 0,
      ])
    if (node.type === 'link' || node.type === 'image')
      links.set(node.type === 'image' ? (node.alt ?? '') : toText(node), node.url)
    if (node.type === 'definition') links.set(node.label ?? '', node.url)
  })
  for (const [, target = '', words = ''] of text.matchAll(HREF)) links.set(words, target)
  for (const [index, [title, start]] of headings.entries()) {
    const body = text.slice(start, headings[index + 1]?.[1])
    titled = MARK.exec(body)?.[0] ?? `no mark: ${title}`
    sections.push([titled, title])
    name(slug(title), titled)
  }
  for (const { index, 1: id = '' } of text.matchAll(ID)) {
    const place = headings.findIndex(([, start, end]) => start <= index && index < end)
    name(id, sections[place]?.[0] ?? id)
  }
  return { anchors, links, sections }
}

function walk(node: Nodes, visit: (node: Nodes) => void): void {
  visit(node)
  if ('children' in node) for (const child of node.children) walk(child, visit)
}

/** mdBook looks for a free id; `{#id}` wins, and is in nobody's way. */
function createSlugger(renderer: Renderer): (title: string) => string {
  const github = new GithubSlugger()
  const used = new Set<string>()
  if (renderer === 'github') return (title) => github.slug(title)
  return (title) => {
    const own = OWN.exec(title)?.[1]
    if (own !== undefined) return own
    const base = title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/gu, '-')
    let free = base
    for (let number = 1; used.has(free); number++) free = `${base}-${String(number)}`
    used.add(free)
    return free
  }
}

/** `<a href="#beds">link 101-0</a>` */
const HREF = /<a href="([^"]*)">(link [\d-]+)<\/a>/gu

/** `<a id="spot-101">` */
const ID = /<a id="([^"]*)">/gu

/** "mark-101", "mark-page-1" */
const MARK = /mark-(?:page-)?\d+/u

/** "Beds {#own-101}" */
const OWN = /\{#([\w-]+)\}$/u
