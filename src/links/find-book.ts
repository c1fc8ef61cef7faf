import { dirname, join } from 'node:path/posix'
import { parse } from 'smol-toml'
import type { FileTree } from '../ports.ts'
import type { Book } from './link-context.ts'
import type { SlugSettings } from './slugs/slug-definition.ts'
import { memoize } from './memoize.ts'
import { tidyPath } from './tidy-path.ts'

/** Makes a function that finds the mdBook whose sources a file is among, the nearest first. */
export function findBook(files: FileTree): (file: string) => Book | undefined {
  const bookAt = memoize((directory) => readBook(files, directory))
  const booksAbove = memoize((directory): readonly Book[] => {
    const book = bookAt(directory)
    const above = directory === '' ? [] : booksAbove(parentOf(directory))
    return book === undefined ? above : [book, ...above]
  })
  return (file) => booksAbove(parentOf(file)).find(({ src }) => isWithin(file, src))
}

function parentOf(path: string): string {
  const parent = dirname(path)
  return parent === '.' ? '' : parent
}

function isWithin(file: string, directory: string): boolean {
  return directory === '' || file.startsWith(`${directory}/`)
}

function readBook(files: FileTree, directory: string): Book | undefined {
  const bytes = files.read(join(directory, 'book.toml'))
  if (bytes === undefined) return undefined
  const settings = readSettings(new TextDecoder().decode(bytes))
  const src = tidyPath(join(directory, settings.src))
  return {
    src,
    redirects: new Set(
      settings.redirects.map((path) => tidyPath(join(src, path.replace(FRAGMENT, '')))),
    ),
    hasOtherChapters: settings.hasOtherChapters,
    slugSettings: settings.slugSettings,
  }
}

/** "#moved": a redirect may be of one heading */
const FRAGMENT = /#.*$/su

interface Settings {
  readonly src: string
  readonly redirects: readonly string[]
  readonly hasOtherChapters: boolean
  readonly slugSettings: SlugSettings
}

/** Reads what counts for links; mdBook's own, where the file does not say it or is broken. */
function readSettings(text: string): Settings {
  try {
    const { book, output, preprocessor } = parse(text)
    const src = entryOf(book, 'src')
    const html = entryOf(output, 'html')
    const redirect = entryOf(html, 'redirect')
    const notFound = entryOf(html, 'input-404')
    const redirects = keysOf(redirect)
    if (typeof notFound === 'string') redirects.push(notFound.replace(SOURCE, '.html'))
    return {
      src: typeof src === 'string' ? src : 'src',
      redirects,
      hasOtherChapters:
        !keysOf(preprocessor).every((name) => HARMLESS.has(name)) ||
        (keysOf(output).length > 0 && html === undefined),
      slugSettings: readSlugSettings(html),
    }
  } catch {
    // Whether the file is well-formed is mdBook's to say; that it is there makes it a book.
    return { src: 'src', redirects: [], hasOtherChapters: true, slugSettings: {} }
  }
}

/**
 * Reads whether smart punctuation is on. Its old name, `curly-quotes`, stood for quotes alone once, so that
 * it does not tell.
 */
function readSlugSettings(html: unknown): SlugSettings {
  const isSmart = entryOf(html, 'smart-punctuation')
  if (isSmart === true) return { isSmart }
  return isSmart === false && entryOf(html, 'curly-quotes') !== true ? { isSmart } : {}
}

function keysOf(table: unknown): string[] {
  return typeof table === 'object' && table !== null ? Object.keys(table) : []
}

/** ".md" */
const SOURCE = /\.md$/u

/** Preprocessors that change the text of chapters, and no more. */
const HARMLESS: ReadonlySet<string> = new Set([
  ...['index', 'links', 'admonish', 'alerts', 'callouts', 'cmdrun', 'd2', 'emojicodes', 'footnote'],
  ...['graphviz', 'katex', 'last-changed', 'linkcheck', 'mermaid', 'pagetoc', 'plantuml', 'quiz'],
  ...['svgbob', 'template', 'toc', 'variables'],
])

function entryOf(table: unknown, key: string): unknown {
  if (typeof table !== 'object' || table === null) return undefined
  return new Map<string, unknown>(Object.entries(table)).get(key)
}
