import type { SiteDefinition } from './site-definition.ts'

/** Nothing is known of its anchors. */
export const astro: SiteDefinition = {
  summary: 'Astro, Starlight: a directory with `astro.config.*`',
  title: 'Astro',
  isRoot: (names) => names.some((name) => name.startsWith('astro.config.')),
}
