import { basename, dirname, join } from 'node:path/posix'
import { readNamed } from './read-named.ts'
import type { SiteDefinition } from './site-definition.ts'

/** Source: https://docusaurus.io/docs/api/docusaurus-config */
export const docusaurus: SiteDefinition = {
  summary:
    'Docusaurus: a directory with `docusaurus.config.*`; its anchors, unless the config names plugins that may change them',
  title: 'Docusaurus',
  settings: /(?:^|\/)docusaurus\.config\.[^/]+$/u,
  isRoot: (names) => names.some((name) => name.startsWith(CONFIG)),
  takesIn: (root, directory, files) => {
    const config = readNamed(root, (name) => name.startsWith(CONFIG), files)
    return [`../${basename(directory)}'`, `../${basename(directory)}"`].some((path) =>
      config.includes(path),
    )
  },
  slugsAt: (root, files) =>
    CHANGES.test(readNamed(root, (name) => name.startsWith(CONFIG), files))
      ? undefined
      : 'docusaurus',
  pathsAt: (root) => (path, fromFile) => listSources(path, fromFile, root),
}

/**
 * A path without `./` starts at the root of its kind of content, too, or at the root of the site.
 *
 * Which directories are such roots is for the config to say: one above the document, and for what is
 * translated, those that are common.
 * Source: https://github.com/facebook/docusaurus/blob/main/packages/docusaurus-utils/src/markdownLinks.ts
 */
function listSources(path: string, fromFile: string, root: string): string[] {
  if (path.startsWith('@site/')) return [join(root, path.slice('@site/'.length))]
  if (!SOURCE.test(path) || RELATIVE.test(path)) return []
  const above = listAbove(fromFile, root)
  const isTranslated = fromFile.startsWith(join(root, 'i18n/'))
  const common = isTranslated ? CONTENT.map((name) => join(root, name)) : []
  return [...above, ...common].map((base) => join(base, path))
}

/** The directories of the site that hold a file, the outermost last. */
function listAbove(file: string, root: string): string[] {
  const parent = dirname(file)
  return parent === root || parent === '.' ? [root] : [parent, ...listAbove(parent, root)]
}

/** "guides/rye.md" */
const SOURCE = /\.mdx?$/u

/** "../rye.md" */
const RELATIVE = /^\.\.?\//u

const CONTENT = ['docs', 'blog', 'src/pages']

const CONFIG = 'docusaurus.config.'

/** What may give headings other anchors. */
const CHANGES =
  /\b(?:remarkPlugins|rehypePlugins|beforeDefault\w+|maintainCase|slugify|preprocessor)\b/u
