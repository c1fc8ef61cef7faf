import { join } from 'node:path/posix'
import type { FileTree } from '../../ports.ts'
import { readNamed } from './read-named.ts'
import type { SiteDefinition } from './site-definition.ts'

/** Source: https://vitepress.dev/reference/site-config */
export const vitepress: SiteDefinition = {
  summary: 'VitePress: a directory with `.vitepress`; its anchors, unless the config changes them',
  title: 'VitePress',
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
  return (
    readNamed(folder, (name) => CONFIG.test(name), files) +
    readNamed(join(folder, 'config'), (name) => INDEX.test(name), files)
  )
}

const FOLDER = '.vitepress'

/** "config.mts" */
const CONFIG = /^config\.[cm]?[jt]s$/u

/** "index.ts" */
const INDEX = /^index\.[cm]?[jt]s$/u

/** What may give headings other anchors. */
const CHANGES = /\b(?:anchor|slugify|attrs|config)\s*[:(]/u

/** What puts pages elsewhere than their sources. */
const MOVES = /\b(?:srcDir|rewrites)\b/u
