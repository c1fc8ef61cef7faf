import { readNamed } from './read-named.ts'
import type { SiteDefinition } from './site-definition.ts'

/**
 * The program GitBook, which made books of files, had a `book.json` where gitbook.com has `.gitbook.yaml`.
 *
 * Source: https://gitbook.com/docs/getting-started/git-sync/content-configuration
 */
export const gitbook: SiteDefinition = {
  summary:
    "GitBook: a directory with `.gitbook.yaml`, or with `book.json` and `SUMMARY.md`; its anchors, unless the book's plugins may change them",
  title: 'GitBook',
  settings: /(?:^|\/)book\.json$/u,
  isRoot: (names) =>
    names.includes('.gitbook.yaml') ||
    (names.includes('book.json') && names.includes('SUMMARY.md')),
  slugsAt: (root, files) =>
    CHANGES.test(readNamed(root, (name) => name === 'book.json', files)) ? undefined : 'gitbook',
}

/** '"anchor-navigation-ex"': a plugin that may give headings other anchors */
const CHANGES = /anchor|number|slug|toc/iu
