import GithubSlugger from 'github-slugger'
import { type Heading, joinParts } from '../heading.ts'
import type { SlugDefinition } from './slug-definition.ts'

/**
 * GitHub's anchors.
 *
 * The rules are github-slugger's, which holds them against GitHub's own rendering. Headings that
 * are written as HTML get an anchor too, and `{#id}` is text like any other.
 */
export const github: SlugDefinition = {
  summary: 'GitHub: lower case, punctuation dropped, each space a hyphen, `-1` for a second one',
  source: 'https://github.com/Flet/github-slugger',
  readsAttributes: false,
  indexes: ['readme.md', 'readme.markdown', 'index.md'],
  // The page around a document: its README, its footnotes, and what its scripts draw.
  generated:
    /^(?:user-content-.*|fn(?:ref)?[:-]?\d.*|fn(?:ref)?-.+|readme|readme-ov-file|start-of-content|js-repo-pjax-container|repository|issuecomment-.*|discussion.*)$/u,
  generatedPages: /^$/u,
  namesTerms: false,
  idOf: () => undefined,
  slug: (headings) => slugAll(headings, (text) => text),
  // GitHub's documentation says that white space at the ends is removed, its pages say otherwise.
  otherSlugs: (headings) => slugAll(headings, (text) => text.trim()),
  // A script on the page finds the anchor of a fragment in any case, and with its inner prefix.
  foldFragment: (fragment) => fragment.toLowerCase().replace(PREFIX, ''),
  sourcesOf: () => [],
}

/** "user-content-builders" */
const PREFIX = /^user-content-/u

function slugAll(headings: readonly Heading[], prepare: (text: string) => string): string[] {
  const slugger = new GithubSlugger()
  return headings.map((heading) => slugger.slug(prepare(joinParts(heading.parts))))
}
