import { antora } from './antora.ts'
import { astro } from './astro.ts'
import { docusaurus } from './docusaurus.ts'
import { gitbook } from './gitbook.ts'
import { hugo } from './hugo.ts'
import { jekyll } from './jekyll.ts'
import { mkdocs } from './mkdocs.ts'
import type { SiteDefinition } from './site-definition.ts'
import { vitepress } from './vitepress.ts'

/** The generators of sites that crossoff tells by their files; of several at one place, the first. */
export const sites = {
  docusaurus,
  vitepress,
  astro,
  mkdocs,
  antora,
  hugo,
  jekyll,
  gitbook,
} satisfies Record<string, SiteDefinition>
