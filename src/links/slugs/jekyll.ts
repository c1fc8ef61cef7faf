import { cutKramdownId } from '../cut-kramdown-id.ts'
import { slugKramdown } from '../slug-kramdown.ts'
import { slugKramdownGfm } from '../slug-kramdown-gfm.ts'
import type { SlugDefinition } from './slug-definition.ts'

/** Jekyll's anchors: those of kramdown with its parser of GitHub's dialect, which Jekyll asks for. */
export const jekyll: SlugDefinition = {
  summary: 'Jekyll: lower case, punctuation and dashes dropped, each space a hyphen, `{#id}` wins',
  source: 'https://github.com/kramdown/parser-gfm/blob/master/lib/kramdown/parser/gfm.rb',
  readsAttributes: true,
  indexes: ['index.md', 'readme.md'],
  generated: /^(?:fn(?:ref)?:.+|markdown-toc(?:-.+)?)$/u,
  generatedPages: /^$/u,
  namesTerms: false,
  idOf: (heading) => cutKramdownId(heading).id,
  slug: slugKramdownGfm,
  otherSlugs: slugKramdown,
  foldFragment: (fragment) => fragment,
  sourcesOf: () => [],
}
