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
  // Beside kramdown's own, what themes call the parts of a page.
  generated:
    /^(?:fn(?:ref)?:.+|markdown-toc(?:-.+)?|(?:main|site|page|post|skip)(?:-(?:content|nav|navigation|header|footer|title))?|content|nav|navigation|sidebar|header|footer|comments?|disqus_thread|toc|menu|search)$/u,
  generatedPages: /^$/u,
  namesTerms: false,
  idOf: (heading) => cutKramdownId(heading).id,
  slug: slugKramdownGfm,
  otherSlugs: slugKramdown,
  foldFragment: (fragment) => fragment,
  sourcesOf: () => [],
}
