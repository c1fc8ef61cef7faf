import type { SiteDefinition } from './site-definition.ts'

/** Source: https://gitbook.com/docs/getting-started/git-sync/content-configuration */
export const gitbook: SiteDefinition = {
  summary: "GitBook: a directory with `.gitbook.yaml`, and GitBook's anchors",
  title: 'GitBook',
  isRoot: (names) => names.includes('.gitbook.yaml'),
  slugsAt: () => 'gitbook',
}
