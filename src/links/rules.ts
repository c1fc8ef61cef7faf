import type { Severity } from '../diagnostic.ts'

/** A kind of finding. */
export interface RuleDefinition {
  /** How much it matters where the config does not say. */
  readonly severity: Severity | 'off'
  /** One line: what the finding says. */
  readonly summary: string
  /** What it means, when it is wrong, and what to do. */
  readonly explanation: string
}

/** Every finding of the link checks, by the code that ignores and the config use. */
export const rules = {
  'link/missing-anchor': {
    severity: 'error',
    summary: 'the file is there, but no heading or id in it gives the fragment',
    explanation:
      'A renderer makes an anchor of each heading; `crossoff anchors FILE` lists them. Headings are renamed, and their links stay. Where the file is rendered by another tool, set `slugs`.',
  },
  'link/retargeted': {
    severity: 'error',
    summary: 'the link leads to another section or file than it did',
    explanation:
      'Of two equal headings the first went, so that `#beds-1` became `#beds`; or a file took the name of another. The link still works, and misleads. Commands that change documents tell it before they write, and `check --base REV` tells what changed since a revision.',
  },
  'link/missing-file': {
    severity: 'error',
    summary: 'nothing stands at the path that the link leads to',
    explanation:
      'The path is looked up among the files of the repository. A file that only a build writes can be silenced by a comment. Paths that leave the repository are never looked up.',
  },
  'link/letter-case': {
    severity: 'error',
    summary: 'the target differs from what is there by letter case only',
    explanation:
      'Such a link works on systems that fold letter case, and breaks on the web. The fix writes it as the repository has it.',
  },
  'link/not-in-book': {
    severity: 'warning',
    summary: 'the link leads to a document that is no chapter of the mdBook',
    explanation:
      'mdBook makes pages of the documents that `SUMMARY.md` lists, and copies no other that ends in `.md`: the link works in the repository, and is dead in the book. Only links between documents of one book are looked at, and none where a preprocessor may add chapters.',
  },
  'link/empty': {
    severity: 'warning',
    summary: 'the link has no target',
    explanation:
      '`[text]()` leads back to the page it stands on; it is mostly a link left for later.',
  },
  'link/malformed': {
    severity: 'warning',
    summary: 'no program can follow the target: it is no mail address, phone number or data',
    explanation:
      'A `mailto:` without a name or a host, a `tel:` without a digit, a `data:` without a comma or with broken base64. What some program may understand is never told.',
  },
  'link/undefined-reference': {
    severity: 'warning',
    summary: 'no definition answers the label',
    explanation:
      '`[text][label]` and `[label][]` without `[label]: url` are shown with their brackets. Tags such as `[api][docs]` look the same, so it is only a warning. `[label]` alone is prose and never reported.',
  },
  'link/unused-definition': {
    severity: 'warning',
    summary: 'nothing refers to the definition',
    explanation:
      'Its link was removed, or its label is mistyped. Definitions that serve as comments, `[//]: # (…)`, and files with nothing but definitions are left alone.',
  },
  'link/duplicate-definition': {
    severity: 'warning',
    summary: 'the label is defined before, and the first definition wins',
    explanation:
      'The later target is never reached. Where both have the same target, it is only a hint.',
  },
  'remote/dead': {
    severity: 'error',
    summary: 'the page on the web is gone',
    explanation:
      'Its server says so (404, 410), or nobody has its name, on as many days in a row as `remote.patience` says. A server that is slow, busy or out of order says nothing. `crossoff links why URL` shows what is known.',
  },
  'remote/missing-anchor': {
    severity: 'error',
    summary: 'the page on the web is there, and no heading or id in it gives the fragment',
    explanation:
      'The ledger remembers the heading that the fragment stood for. Pages that a script draws are never reported.',
  },
  'remote/missing-text': {
    severity: 'warning',
    summary: 'the page on the web is there, and does not say what the link quotes',
    explanation:
      '`#:~:text=dark%20rye` lets a browser look for the text; where it is not there, readers get the page, or the section before `:~:`, and do not see what was meant. Letter case, accents and spaces do not matter. Of a page that has scripts, it is only told where the text was in the page before.',
  },
  'remote/failing': {
    severity: 'hint',
    summary: 'the page, fragment or text was not there, and too few days have passed to be sure',
    explanation:
      'After the days in a row that `remote.patience` says, it is an error, and a text a warning.',
  },
  'remote/suspect': {
    severity: 'hint',
    summary: 'the page on the web is there, and may not be the one that is meant',
    explanation:
      'It calls itself “not found”, its domain seems to be for sale, or a redirect leads from it to the front page. Only people can tell, so it never fails a run; silence it by a comment where the page is the right one.',
  },
  'remote/moved': {
    severity: 'warning',
    summary: 'the page on the web is somewhere else for good',
    explanation:
      'Every redirect on the way is permanent (301, 308). The fix writes the new address.',
  },
  'reference/missing-path': {
    severity: 'off',
    summary: 'a reference of the config leads to a path that is not there',
    explanation:
      'An item about a path that is gone is often done. Off unless the config turns it on, for old items speak of old paths.',
  },
  'link/missing-page': {
    severity: 'error',
    summary: 'no page of the wiki has the name',
    explanation:
      '`[[Page]]` is a link where the config says `wikiLinks: true`. A page goes by its name, or by the end of its path; letter case, spaces, hyphens and the extension do not matter. Where several pages have the name, nothing is reported.',
  },
  'mention/missing-path': {
    severity: 'off',
    summary: 'inline code names a path that was in the repository once, and is gone',
    explanation:
      'An item about a file that is gone is often done: `list --where stale:yes` lists such items. Only what the history of `HEAD` has removed is told, and only where nothing of that name is left, so that paths of other repositories, of a build, and those to come are not. Off unless the config sets it, for instance to `hint`: it costs a look at the whole history.',
  },
  'ignore/unused': {
    severity: 'hint',
    summary: 'the comment silences nothing',
    explanation: 'The finding it was written for is gone, or it stands in the wrong place.',
  },
  'ignore/unknown': {
    severity: 'hint',
    summary: 'the comment is mistyped: its word or one of its codes is unknown',
    explanation:
      'What it was written for is not silenced. Comments are `crossoff-ignore-next`, `-start`, `-end` and `-file`, with codes of this page.',
  },
  'document/not-utf8': {
    severity: 'error',
    summary: 'the document is not valid UTF-8 and was not checked',
    explanation: 'Convert it, for instance with `iconv`. crossoff never repairs bytes.',
  },
} as const satisfies Record<string, RuleDefinition>

/** The code of a kind of finding. */
export type RuleCode = keyof typeof rules

/** Tells whether a word is a code of the link checks. */
export function isRuleCode(word: string): word is RuleCode {
  return Object.hasOwn(rules, word)
}
