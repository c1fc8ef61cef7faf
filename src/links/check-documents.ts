import type { Diagnostic } from '../diagnostic.ts'
import { checkDocument, type CheckScope, type DocumentCheck } from './check-document.ts'
import type { LinkFate } from './classify-links.ts'
import { countSeverities, type SeverityCounts } from './count-severities.ts'
import { createLinkContext, type LinkSources } from './create-link-context.ts'
import type { LinkContext } from './link-context.ts'

/** How much was checked, and what came of it. */
export interface LinkCounts extends SeverityCounts {
  readonly documents: number
  /** Targets: `checked`, `notChecked` and `unknown` together. */
  readonly links: number
  /** Targets that are alive or dead. */
  readonly checked: number
  /** Addresses on the web without an origin. */
  readonly notChecked: number
  /** Other targets that nobody can tell from the repository alone. */
  readonly unknown: number
  /** Findings that comments silence. */
  readonly ignored: number
  /** What became of it since a revision; absent where nothing was compared. */
  readonly since?: LinkChanges
}

/** What became of links since a revision. */
export interface LinkChanges {
  /** Links that lead where they led; new ones too, and those that nobody can tell. */
  readonly intact: number
  /** Links that are dead, and were not, or are new. */
  readonly broken: number
  /** Links that lead to something else than they did. */
  readonly retargeted: number
  /** Links that were dead, and are not. */
  readonly revived: number
  /** Findings of any kind that were there before, and are not among the diagnostics. */
  readonly known: number
}

/** What a check found. */
export interface LinkReport {
  /** Sorted by file, place and code. */
  readonly diagnostics: readonly Diagnostic[]
  readonly counts: LinkCounts
}

/**
 * Checks the links of documents; each is read once, whether it is checked or linked to.
 *
 * A document that is not UTF-8 is a finding, one that is not there throws `file-missing`.
 */
export function checkDocuments(sources: LinkSources): LinkReport {
  return checkContext(createLinkContext(sources))
}

/**
 * Checks the links of a context's documents.
 *
 * @param scope What of it is told: all where nothing is said.
 */
export function checkContext(context: LinkContext, scope: CheckScope = {}): LinkReport {
  const { base, share } = scope
  const files = [...new Set(context.documents)].sort()
  const own = files.filter((file) => share?.hasDocument(file) !== false)
  // Where links go by another rule than documents, any document may have some.
  const read = share?.hasLink === undefined ? own : files
  const checks = read.map((file) => checkDocument(file, context, scope))
  const diagnostics = checks.flatMap((check) => check.diagnostics)
  const sum = (countOf: (check: DocumentCheck) => number): number =>
    checks.reduce((total, check) => total + countOf(check), 0)
  const links = sum((check) => check.links)
  const notChecked = sum((check) => check.notChecked)
  const unknown = sum((check) => check.unknown)
  const counts = {
    documents: own.length,
    links,
    checked: links - notChecked - unknown,
    notChecked,
    unknown,
    ...countSeverities(diagnostics),
    ignored: sum((check) => check.ignored),
    ...(base && { since: countChanges(checks) }),
  }
  return { diagnostics, counts }
}

function countChanges(checks: readonly DocumentCheck[]): LinkChanges {
  const fates = checks.flatMap((check) => check.fates)
  const count = (kind: LinkFate['kind']): number => fates.filter((each) => each === kind).length
  return {
    intact: count('intact'),
    broken: count('broken'),
    retargeted: count('retargeted'),
    revived: count('revived'),
    known: checks.reduce((total, { known }) => total + known, 0),
  }
}
