import { basename } from 'node:path/posix'
import { isMarkdownPath } from '../links/markdown-path.ts'
import { sites } from '../links/sites/index.ts'
import type { SiteDefinition } from '../links/sites/site-definition.ts'

/** Tells whether a check reads a file; of all others, all that counts is that they are there. */
export function isLinkSource(path: string): boolean {
  return isMarkdownPath(path) || isLinkSettings(path)
}

/** Tells whether a file says how documents are rendered, or what is not in the repository. */
export function isLinkSettings(path: string): boolean {
  return SETTINGS.has(basename(path)) || isOfSite(path)
}

const SETTINGS = new Set(['book.toml', '.gitmodules'])

function isOfSite(path: string): boolean {
  return Object.values<SiteDefinition>(sites).some(({ settings }) => settings?.test(path) === true)
}
