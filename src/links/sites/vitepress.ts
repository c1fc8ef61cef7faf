import { join } from 'node:path/posix'
import { readNamed } from './read-named.ts'
import type { SiteDefinition } from './site-definition.ts'

/** Source: https://vitepress.dev/reference/site-config */
export const vitepress: SiteDefinition = {
  summary: 'VitePress: a directory with `.vitepress`; its anchors, unless the config changes them',
  title: 'VitePress',
  isRoot: (names) => names.includes(FOLDER),
  slugsAt: (root, files) => {
    const folder = join(root, FOLDER)
    const config =
      readNamed(folder, (name) => CONFIG.test(name), files) +
      readNamed(join(folder, 'config'), (name) => INDEX.test(name), files)
    return CHANGES.test(config) ? undefined : 'vitepress'
  },
}

const FOLDER = '.vitepress'

/** "config.mts" */
const CONFIG = /^config\.[cm]?[jt]s$/u

/** "index.ts" */
const INDEX = /^index\.[cm]?[jt]s$/u

/** What may give headings other anchors. */
const CHANGES = /\b(?:anchor|slugify|attrs|config)\s*[:(]/u
