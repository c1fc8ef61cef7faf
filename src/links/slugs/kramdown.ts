import { cutKramdownId } from '../cut-kramdown-id.ts'
import { slugKramdown } from '../slug-kramdown.ts'
import { slugKramdownGfm } from '../slug-kramdown-gfm.ts'
import type { SlugDefinition } from './slug-definition.ts'

/** kramdown's anchors, by its own parser: of the source of a heading, in ASCII. */
export const kramdown: SlugDefinition = {
  summary: 'kramdown: ASCII letters, digits and `-` from the first letter on, `{#id}` wins',
  source: 'https://kramdown.gettalong.org/converter/html.html#auto-ids',
  readsAttributes: true,
  indexes: ['index.md', 'readme.md'],
  generated: /^(?:fn(?:ref)?:.+|markdown-toc(?:-.+)?)$/u,
  generatedPages: /^$/u,
  namesTerms: false,
  idOf: (heading) => cutKramdownId(heading).id,
  slug: slugKramdown,
  otherSlugs: slugKramdownGfm,
  foldFragment: (fragment) => fragment,
  sourcesOf: () => [],
}
