import type { SiteDefinition } from './site-definition.ts'

/** Nothing is known of its anchors. */
export const antora: SiteDefinition = {
  summary: 'Antora: a directory with `antora.yml`',
  title: 'Antora',
  isRoot: (names) => names.includes('antora.yml'),
}
