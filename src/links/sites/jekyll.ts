import type { SlugsName } from '../slugs/index.ts'
import { readNamed } from './read-named.ts'
import type { SiteDefinition } from './site-definition.ts'

/** Jupyter Book and Hexo have a config of the same name: whose anchors theirs are, nobody knows. */
export const jekyll: SiteDefinition = {
  summary: "Jekyll: a directory with `_config.yml`; its anchors or kramdown's, as the config says",
  title: 'Jekyll',
  settings: /(?:^|\/)_config\.ya?ml$/u,
  isRoot: (names) => names.some((name) => CONFIG.test(name)),
  slugsAt: (root, files) =>
    files.list(root).some((name) => OTHERS.has(name))
      ? undefined
      : readSlugs(readNamed(root, (name) => CONFIG.test(name), files)),
}

/** "_config.yml" */
const CONFIG = /^_config\.ya?ml$/u

/** What stands beside a `_config.yml` of Jupyter Book, or of Hexo. */
const OTHERS: ReadonlySet<string> = new Set(['_toc.yml', 'scaffolds'])

/** Source: https://jekyllrb.com/docs/configuration/markdown/ */
function readSlugs(config: string): SlugsName | undefined {
  const engine = ENGINE.exec(config)?.[1] ?? 'kramdown'
  if (engine.toLowerCase() !== 'kramdown' || CHANGES.test(config)) return undefined
  const input = INPUT.exec(config)?.[1] ?? 'GFM'
  if (input === 'GFM') return 'jekyll'
  return input === 'Kramdown' ? 'kramdown' : undefined
}

/** "markdown: kramdown" */
const ENGINE = /^markdown:[ \t]*["']?(\w+)/mu

/** "  input: GFM"; the name is nowhere else in a config */
const INPUT = /^[ \t]{1,9}input:[ \t]*["']?(\w+)/mu

/** "  auto_ids: false": settings of kramdown that change anchors, and settings that would have to be parsed */
const CHANGES =
  /^(?:[ \t]{1,9}(?:auto_ids|auto_id_prefix|auto_id_stripping|transliterated_header_ids):|kramdown:[ \t]*[^ \t\r\n#])/mu
