import { basename } from 'node:path/posix'
import { foldPage } from './fold-page.ts'
import type { Finding } from './finding.ts'
import type { LinkContext } from './link-context.ts'
import { isMarkdownPath } from './markdown-path.ts'
import type { Page } from './page.ts'
import type { WikiLink } from './read-wiki-links.ts'

/**
 * Checks the links of a wiki: a page goes by its name or the end of its path, and a heading by its words.
 *
 * Of several pages with one name nobody knows which is meant; letter case, spaces and hyphens differ
 * from wiki to wiki.
 */
export function checkWikiLinks(file: string, page: Page, context: LinkContext): Finding[] {
  return page.wikiLinks.flatMap((link) => {
    const files = link.page === '' ? [file] : findPages(link.page, context)
    const [found] = files
    if (found === undefined) {
      return [toFinding(link, 'link/missing-page', `no page is called \`${link.page}\``)]
    }
    if (files.length > 1 || hasHeading(link, found, context)) return []
    const place = found === file ? '' : ` in \`${found}\``
    const message = `no heading${place} is called \`${link.heading ?? ''}\``
    return [toFinding(link, 'link/missing-anchor', message)]
  })
}

function toFinding(
  { span }: WikiLink,
  code: 'link/missing-page' | 'link/missing-anchor',
  message: string,
): Finding {
  return { code, span, message }
}

function findPages(page: string, context: LinkContext): string[] {
  const wanted = foldPage(page)
  const last = basename(page)
  return context.wikiPages(foldPage(last)).filter((path) => {
    const folded = foldPage(path)
    return folded === wanted || folded.endsWith(`/${wanted}`)
  })
}

/** A caret names a block, which nobody sees. */
function hasHeading({ heading }: WikiLink, file: string, context: LinkContext): boolean {
  if (heading === undefined || heading === '' || heading.startsWith('^')) return true
  const index = isMarkdownPath(file) ? context.anchors(file, context.slugsOf(file)) : undefined
  if (index === undefined || index.page.isOpen) return true
  const wanted = foldWords(heading)
  return index.anchors.some(({ anchor, title }) =>
    [foldWords(title), foldWords(anchor)].includes(wanted),
  )
}

/** Signs are left out of links by some, and of anchors by most. */
function foldWords(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll(SIGNS, '')
}

/** "Why, oh why?" */
const SIGNS = /[^\p{L}\p{N}\p{M}]+/gu
