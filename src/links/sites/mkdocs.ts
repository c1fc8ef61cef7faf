import type { SiteDefinition } from './site-definition.ts'

/** Nothing is known of its anchors. */
export const mkdocs: SiteDefinition = {
  summary: 'MkDocs: a directory with `mkdocs.yml` or `mkdocs.yaml`',
  title: 'MkDocs',
  isRoot: (names) => names.includes('mkdocs.yml') || names.includes('mkdocs.yaml'),
}
