import { isMarkdownPath } from './markdown-path.ts'

/** Brings a path to the form in which wikis compare it; a document has no extension there. */
export function foldPage(path: string): string {
  const bare = isMarkdownPath(path) ? path.replace(EXTENSION, '') : path
  return bare.normalize('NFC').toLowerCase().replaceAll(SPACES, '-')
}

/** ".md" */
const EXTENSION = /\.[a-z]+$/iu

/** " " */
const SPACES = /[\s_-]+/gu
