import { docusaurus } from './docusaurus.ts'
import { gitbook } from './gitbook.ts'
import { gitea } from './gitea.ts'
import { github } from './github.ts'
import { gitlab } from './gitlab.ts'
import { jekyll } from './jekyll.ts'
import { kramdown } from './kramdown.ts'
import { mdbook } from './mdbook.ts'
import { pandoc } from './pandoc.ts'
import { vitepress } from './vitepress.ts'
import type { SlugDefinition } from './slug-definition.ts'

/** The renderers whose anchors crossoff knows, by the word that users type. */
export const slugs = {
  github,
  gitlab,
  gitea,
  mdbook,
  kramdown,
  jekyll,
  pandoc,
  docusaurus,
  vitepress,
  gitbook,
} satisfies Record<string, SlugDefinition>

/** The word for a renderer's anchors. */
export type SlugsName = keyof typeof slugs
