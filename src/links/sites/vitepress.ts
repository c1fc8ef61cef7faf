import { join } from 'node:path/posix'
import type { FileTree } from '../../ports.ts'
import { readNamed } from './read-named.ts'
import type { SiteDefinition } from './site-definition.ts'

/** Source: https://vitepress.dev/reference/site-config */
export const vitepress: SiteDefinition = {
  summary: 'VitePress: a directory with `.vitepress`; its anchors, unless the config changes them',
  title: 'VitePress',
  settings: /(?:^|\/)\.vitepress\/(?:config\/)?[^/]+\.[cm]?[jt]s$/u,
  isRoot: (names) => names.includes(FOLDER),
  slugsAt: (root, files) => (CHANGES.test(readConfig(root, files)) ? undefined : 'vitepress'),
  // Clean or not, an address is the path of a source.
  pathsAt: (root, files) => {
    const moves = MOVES.test(readConfig(root, files))
    return (path) => (moves || !path.startsWith('/') ? [] : [join(root, path)])
  },
}

function readConfig(root: string, files: FileTree): string {
  const folder = join(root, FOLDER)
  const folders = [folder, join(folder, 'config')]
  return folders.map((each) => readNamed(each, (name) => SCRIPT.test(name), files)).join('\n')
}

const FOLDER = '.vitepress'

/** "config.mts", and what it is put together of: "shared.ts" */
const SCRIPT = /\.[cm]?[jt]s$/u

/** What may give headings other anchors: "anchor: {", "config(md) {", and "markdown: options" from elsewhere */
const CHANGES = /\b(?:(?:anchor|slugify|attrs|config)\s*[:(]|markdown\s*(?:,|:\s*[^\s{]))/u

/** What puts pages elsewhere than their sources. */
const MOVES = /\b(?:srcDir|rewrites)\b/u
