import { dirname, join } from 'node:path/posix'
import type { FileTree } from '../ports.ts'
import { memoize } from './memoize.ts'
import type { SlugsName } from './slugs/index.ts'

/**
 * Makes a function that tells whose anchors Jekyll gives a file, by the `_config.yml` that is nearest.
 *
 * `undefined` where the file is of another tool, or asks for another Markdown or other anchors.
 */
export function findJekyll(files: FileTree): (file: string) => SlugsName | undefined {
  const read = (directory: string, name: string): string =>
    new TextDecoder().decode(files.read(join(directory, name)))
  const slugsAt = memoize((directory: string): SlugsName | undefined => {
    const names = files.list(directory)
    const config = names.find((name) => CONFIG.test(name))
    if (config !== undefined)
      return names.some((name) => OTHERS.has(name)) ? undefined : readSlugs(read(directory, config))
    return directory === '' ? undefined : slugsAt(parentOf(directory))
  })
  return (file) => slugsAt(parentOf(file))
}

/** "_config.yml" */
const CONFIG = /^_config\.ya?ml$/u

/** What stands beside a `_config.yml` of Jupyter Book, or of Hexo. */
const OTHERS: ReadonlySet<string> = new Set(['_toc.yml', 'scaffolds'])

function parentOf(path: string): string {
  const parent = dirname(path)
  return parent === '.' ? '' : parent
}

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
