import * as v from 'valibot'
import { changeTypes } from '../changelog/entry.ts'
import { hosts, type HostName } from '../changelog/hosts/index.ts'
import { placeholderNames } from '../document/reference-pattern.ts'
import { isRuleCode, rules } from '../links/rules.ts'
import { isSlugsName } from '../links/is-slugs-name.ts'
import { slugs } from '../links/slugs/index.ts'
import type { Config } from './config.ts'
import { remote } from './remote-schema.ts'
import { table } from './table.ts'

/** A config as it stands in its file. */
export interface ConfigFileContent extends Config {
  /** URL of the JSON Schema, for editors. */
  readonly $schema?: string
}

const text = v.pipe(v.string(), v.minLength(1))

const slugsName = v.picklist(Object.keys(slugs).filter(isSlugsName))

const slugsNames = v.pipe(v.array(slugsName), v.minLength(1))

const hostName = v.picklist(Object.keys(hosts).filter(isHostName))

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

const tagForm = v.pipe(v.string(), v.includes('{version}', 'a pattern with `{version}`'))

const changelog = v.strictObject({
  file: v.exactOptional(
    v.pipe(
      text,
      v.description(
        'The changelog, for `changelog check`; else the nearest `CHANGELOG.md`: here, beside the document, or at the root.',
      ),
    ),
  ),
  overrides: v.exactOptional(
    v.pipe(
      text,
      v.description('File, JSON or YAML, of what people say of entries: no rule overrules it.'),
    ),
  ),
  types: v.exactOptional(
    v.pipe(
      table(text, v.union([v.picklist(changeTypes), v.literal(false)])),
      v.description(
        'Types of Keep a Changelog, by the type of a commit (`feat`) or by an outcome (`abandoned`); `false` leaves such entries out.',
      ),
    ),
  ),
  tags: v.exactOptional(
    v.pipe(
      v.union([tagForm, table(text, tagForm)]),
      v.description(
        'Tags that are releases: `v{version}`; or such forms by globs of documents, of which the first that fits counts. Without it: `{version}` and `v{version}`.',
      ),
    ),
  ),
  host: v.exactOptional(
    v.pipe(
      hostName,
      v.description('Program that serves the repository, where its address does not tell.'),
    ),
  ),
  links: v.exactOptional(
    v.pipe(
      v.strictObject({
        commit: v.exactOptional(v.pipe(text, v.description('Page of a commit: `{commit}`.'))),
        issue: v.exactOptional(v.pipe(text, v.description('Page of an issue: `{number}`.'))),
        request: v.exactOptional(
          v.pipe(text, v.description('Page of a pull or merge request: `{number}`.')),
        ),
        change: v.exactOptional(v.pipe(text, v.description('Page of a Change-Id: `{change}`.'))),
      }),
      v.description('Addresses of pages, where they are others than those of the host.'),
    ),
  ),
  template: v.exactOptional(
    v.pipe(text, v.description('JavaScript module whose default export writes an entry.')),
  ),
})

const PLACEHOLDERS = `(${placeholderNames.map((name) => `"{${name}}"`).join(' | ')})`

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
      table(text, text),
      v.rawCheck(({ dataset, addIssue }) => {
        if (!dataset.typed) return
        for (const [key, value] of Object.entries(dataset.value)) {
          const unknown = findUnknownPlaceholder(key) ?? findUnknownPlaceholder(value)
          if (unknown === undefined) continue
          const path = {
            type: 'object',
            origin: 'value',
            input: dataset.value,
            key,
            value,
          } as const
          addIssue({ input: unknown, expected: PLACEHOLDERS, path: [path] })
        }
      }),
      v.description(
        'Texts that stand for a target. Both may hold the placeholders `{number}`, `{word}` and `{path}`.',
      ),
    ),
  ),
  slugs: v.exactOptional(
    v.pipe(
      v.union([slugsName, slugsNames, table(text, v.union([slugsName, slugsNames]))]),
      v.description(
        'Renderer whose rules make anchors, or a list of several, on each of which links have to be alive: one for all, or by the glob of documents, of which the first that matches counts. Without it: mdBook in the sources of a book, that of the site, that of the forge, else GitHub.',
      ),
    ),
  ),
  wikiLinks: v.exactOptional(
    v.pipe(
      v.boolean(),
      v.description('Whether `[[Page]]`, `[[Page#Heading]]` and `[[Page|text]]` are links.'),
    ),
  ),
  keepAnchors: v.exactOptional(
    v.pipe(
      v.boolean(),
      v.description(
        'Whether repairs write the anchor that a heading had into it, as `<a id="…">`, and leave the links to it as they are.',
      ),
    ),
  ),
  origins: v.exactOptional(
    v.pipe(
      table(text, v.union([text, origin])),
      v.description(
        'URL prefixes, and the files or folders of the repository that their pages are made from; the longest prefix counts.',
      ),
    ),
  ),
  rules: v.exactOptional(
    v.pipe(
      table(v.picklist(Object.keys(rules).filter(isRuleCode)), severity),
      v.description('How much a finding matters, by its code.'),
    ),
  ),
  ignore: v.exactOptional(
    v.pipe(v.array(text), v.description('Globs of documents that are not checked.')),
  ),
  archive: v.exactOptional(v.pipe(archive, v.description('Where `archive` puts items.'))),
  remote: v.exactOptional(v.pipe(remote, v.description('How links to the web are asked for.'))),
  changelog: v.exactOptional(v.pipe(changelog, v.description('How the changelog is made.'))),
})

/** Finds what looks like a placeholder and has no meaning. */
function findUnknownPlaceholder(written: string): string | undefined {
  return [...written.matchAll(PLACEHOLDER)]
    .map(([whole]) => whole)
    .find((whole) => !placeholderNames.includes(whole.slice(1, -1)))
}

/** "{number}" */
const PLACEHOLDER = /\{[A-Za-z_-]+\}/gu

function isHostName(word: string): word is HostName {
  return Object.hasOwn(hosts, word)
}
