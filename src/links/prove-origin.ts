import { basename, dirname, join } from 'node:path/posix'
import { findPathDoubt } from './find-path-doubt.ts'
import type { LinkContext } from './link-context.ts'
import type { Origin } from './link-options.ts'
import { type LinkVerdict, toUnknown } from './link-verdict.ts'
import { decodePercent, type LinkTarget } from './parse-target.ts'
import { isMarkdownPath } from './markdown-path.ts'
import { findClosest } from './similarity.ts'
import { stemOf } from './stem-of.ts'
import { slugs } from './slugs/index.ts'
import type { SlugDefinition } from './slugs/slug-definition.ts'
import { proveFile } from './prove-file.ts'
import { tidyPath } from './tidy-path.ts'

/** Proves an address on the web against its source in the repository, where the config has one. */
export function proveOrigin(
  target: LinkTarget,
  fromFile: string,
  context: LinkContext,
): LinkVerdict {
  const found = findOrigin(target, context)
  if (found === undefined) {
    return context.options.remote?.(target) ?? { ...toUnknown('not checked'), isRemote: true }
  }
  const { origin, rest } = found
  const path = tidyPath(join(origin.path, rest))
  const renderer = slugs[origin.slugs ?? context.slugsOf(path)]
  const file =
    listSources(path, rest, renderer).find((each) => context.kindOf(each) !== undefined) ??
    findForeignSource(path, context)
  if (file === undefined) return buryPage({ path, rest, target, origin, renderer }, context)
  return proveFile({ file, fromFile, fragment: target.fragment, slugs: origin.slugs }, context)
}

function listSources(path: string, rest: string, renderer: SlugDefinition): string[] {
  if (rest === '') return [path]
  const sources = [path, ...renderer.sourcesOf(path)]
  if (renderer.generatedPages.test(rest)) return sources
  const stem = path.replace(HTML, '')
  const directory = stem.replace(INDEX, '')
  const index = directory === stem ? [] : [join(directory, 'README.md')]
  return [...sources, `${stem}.md`, join(stem, 'index.md'), join(stem, 'README.md'), ...index]
}

/** "guide.html" */
const HTML = /\.html$/u

/** "guide/index" */
const INDEX = /(?<=^|\/)index$/u

/** Finds a page that is there in a form that crossoff does not read. */
function findForeignSource(path: string, context: LinkContext): string | undefined {
  const stem = basename(path).replace(HTML, '')
  const name = context.files
    .list(directoryOf(path))
    .find((each) => FOREIGN.test(each) && each.replace(FOREIGN, '') === stem)
  return name === undefined ? undefined : join(directoryOf(path), name)
}

/** "guide.mdx" */
const FOREIGN = /\.(?:html?|mdx|rst|adoc|ipynb|txt|org)$/u

/** A page below an origin that has no source. */
interface LostPage {
  readonly path: string
  /** The path below the origin. */
  readonly rest: string
  readonly target: LinkTarget
  readonly origin: Origin
  readonly renderer: SlugDefinition
}

/** Says that a page has no source, or why it may need none. */
function buryPage(page: LostPage, context: LinkContext): LinkVerdict {
  const { path, rest, target, origin, renderer } = page
  const message = `nothing stands at \`${path}\`, the origin of \`${target.path}\``
  const dead = { status: 'dead', part: 'target', code: 'link/missing-file', message } as const
  if (rest === '' || context.kindOf(tidyPath(origin.path)) === undefined) return dead
  if (renderer.generatedPages.test(rest)) return toUnknown('the renderer writes such a page itself')
  const doubt = findPathDoubt({ paths: [path], written: rest, fromFile: path }, context)
  if (doubt !== undefined) return toUnknown(doubt)
  const sources = context.files.list(directoryOf(path)).filter(isMarkdownPath)
  const meant = findClosest(sources, stemOf, stemOf(basename(path)))
  if (meant !== undefined)
    return { ...dead, help: `did you mean \`${join(directoryOf(path), meant)}\`` }
  const isForeign = EXTENSION.test(path) && !isMarkdownPath(path)
  // A blog's feeds and lists stand where no source does.
  if (isForeign || sources.length === 0 || LISTS.test(rest))
    return toUnknown('the site may have pages without a Markdown source')
  return dead
}

function directoryOf(path: string): string {
  const directory = dirname(path)
  return directory === '.' ? '' : directory
}

/** ".md" */
const EXTENSION = /\.[a-z][a-z\d]{0,9}$/iu

/** "tags/builders" */
const LISTS =
  /(?:^|\/)(?:feed|rss|atom|tags?|category|categories|archives?|authors?|search|page|sitemap)(?:\/|$)/u

/** The origin with the longest prefix, and the path behind it. */
function findOrigin(
  target: LinkTarget,
  context: LinkContext,
): { readonly origin: Origin; readonly rest: string } | undefined {
  const address = normalize(target.path)
  const matches = Object.entries(context.options.origins ?? {})
    .map(([url, origin]) => ({ prefix: normalize(url), origin }))
    .filter(({ prefix }) => address === prefix || address.startsWith(`${prefix}/`))
    .sort((a, b) => b.prefix.length - a.prefix.length)
  for (const { prefix, origin: entry } of matches) {
    const origin = typeof entry === 'string' ? { path: entry } : entry
    const rest = decodePercent(address.slice(prefix.length + 1))
    // A file has nothing below it: what is longer is another page.
    if (rest === '' || context.kindOf(tidyPath(origin.path)) !== 'file') {
      return { origin, rest }
    }
  }
  return undefined
}

/** Without scheme, query, fragment and closing slash; the host, as anywhere, in lower case. */
function normalize(url: string): string {
  const bare = url.replace(SCHEME, '').replace(QUERY, '')
  const slash = bare.indexOf('/')
  if (slash === -1) return bare.toLowerCase()
  const path = bare.slice(slash)
  return bare.slice(0, slash).toLowerCase() + (path.endsWith('/') ? path.slice(0, -1) : path)
}

/** "https://" */
const SCHEME = /^(?:https?:)?\/\//iu

/** "?raw=true#top" */
const QUERY = /[?#].*$/su
