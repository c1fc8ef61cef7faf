import { readNamed } from './read-named.ts'
import type { SiteDefinition } from './site-definition.ts'

/** Source: https://docusaurus.io/docs/api/docusaurus-config */
export const docusaurus: SiteDefinition = {
  summary:
    'Docusaurus: a directory with `docusaurus.config.*`; its anchors, unless the config names plugins that may change them',
  title: 'Docusaurus',
  isRoot: (names) => names.some((name) => name.startsWith(CONFIG)),
  slugsAt: (root, files) =>
    CHANGES.test(readNamed(root, (name) => name.startsWith(CONFIG), files))
      ? undefined
      : 'docusaurus',
}

const CONFIG = 'docusaurus.config.'

/** What may give headings other anchors. */
const CHANGES =
  /\b(?:remarkPlugins|rehypePlugins|beforeDefault\w+|maintainCase|slugify|preprocessor)\b/u
