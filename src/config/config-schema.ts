import * as v from 'valibot'
import { isRuleCode, rules } from '../links/rules.ts'
import { slugs, type SlugsName } from '../links/slugs/index.ts'
import type { Config } from './config.ts'

/** A config as it stands in its file. */
export interface ConfigFileContent extends Config {
  /** URL of the JSON Schema, for editors. */
  readonly $schema?: string
}

const text = v.pipe(v.string(), v.minLength(1))

const slugsName = v.picklist(Object.keys(slugs).filter(isSlugsName))

const severity = v.picklist(['error', 'warning', 'hint', 'off'])

const origin = v.strictObject({
  path: v.pipe(text, v.description('File or folder of the repository.')),
  slugs: v.exactOptional(
    v.pipe(
      slugsName,
      v.description("Renderer of these pages, where it is another than the rest's."),
    ),
  ),
})

const archive = v.strictObject({
  to: v.exactOptional(v.pipe(text, v.description('Title of the section that items are moved to.'))),
  file: v.exactOptional(
    v.pipe(text, v.description('Document that they are moved to, where it is another.')),
  ),
})

/** What a config may hold; the JSON Schema and the reference page are made from it. */
export const configSchema: v.GenericSchema<unknown, ConfigFileContent> = v.strictObject({
  $schema: v.exactOptional(
    v.pipe(v.string(), v.description('URL of the JSON Schema, for editors.')),
  ),
  documents: v.exactOptional(
    v.pipe(
      v.array(text),
      v.description(
        'Documents of items, as paths or globs; a glob behind `!` takes some out again.',
      ),
    ),
  ),
  owners: v.exactOptional(
    v.pipe(
      v.array(text),
      v.description('Names that own an item where they stand in parentheses at the end of a line.'),
    ),
  ),
  references: v.exactOptional(
    v.pipe(
      v.record(text, text),
      v.description(
        'Texts that stand for a target. Both may hold the placeholders `{number}`, `{word}` and `{path}`.',
      ),
    ),
  ),
  slugs: v.exactOptional(
    v.pipe(
      v.union([slugsName, v.record(text, slugsName)]),
      v.description(
        'Renderer whose rules make anchors: one for all, or by the glob of documents, of which the first that matches counts. Without it: mdBook in the sources of a book, else GitHub.',
      ),
    ),
  ),
  origins: v.exactOptional(
    v.pipe(
      v.record(text, v.union([text, origin])),
      v.description(
        'URL prefixes, and the files or folders of the repository that their pages are made from; the longest prefix counts.',
      ),
    ),
  ),
  rules: v.exactOptional(
    v.pipe(
      v.record(v.picklist(Object.keys(rules).filter(isRuleCode)), severity),
      v.description('How much a finding matters, by its code.'),
    ),
  ),
  ignore: v.exactOptional(
    v.pipe(v.array(text), v.description('Globs of documents that are not checked.')),
  ),
  archive: v.exactOptional(v.pipe(archive, v.description('Where `archive` puts items.'))),
})

function isSlugsName(word: string): word is SlugsName {
  return Object.hasOwn(slugs, word)
}
