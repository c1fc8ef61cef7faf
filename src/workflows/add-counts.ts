import type { Diagnostic } from '../diagnostic.ts'
import type { LinkChanges, LinkCounts } from '../links/check-documents.ts'
import { countSeverities } from '../links/count-severities.ts'

/** Adds what parts of a check count up to what the whole does. */
export function addCounts(
  counts: readonly LinkCounts[],
  diagnostics: readonly Diagnostic[],
): LinkCounts {
  const sum = (countOf: (each: LinkCounts) => number): number =>
    counts.reduce((total, each) => total + countOf(each), 0)
  const changes = counts.flatMap(({ since }) => since ?? [])
  return {
    documents: sum(({ documents }) => documents),
    links: sum(({ links }) => links),
    checked: sum(({ checked }) => checked),
    notChecked: sum(({ notChecked }) => notChecked),
    unknown: sum(({ unknown }) => unknown),
    ...countSeverities(diagnostics),
    ignored: sum(({ ignored }) => ignored),
    ...(changes.length > 0 && { since: addChanges(changes) }),
  }
}

function addChanges(changes: readonly LinkChanges[]): LinkChanges {
  const sum = (countOf: (each: LinkChanges) => number): number =>
    changes.reduce((total, each) => total + countOf(each), 0)
  return {
    intact: sum(({ intact }) => intact),
    broken: sum(({ broken }) => broken),
    retargeted: sum(({ retargeted }) => retargeted),
    revived: sum(({ revived }) => revived),
    known: sum(({ known }) => known),
  }
}
