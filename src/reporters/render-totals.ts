import type { LinkChanges } from '../links/check-documents.ts'
import type { CheckReport } from './check-report.ts'
import { countOf } from './count-of.ts'
import type { Palette } from './palette.ts'
import { SEVERITIES } from './worst-first.ts'

/** Renders how much was found, in how much; a second line compares, where a revision was named. */
export function renderTotals({ counts, base, baseline }: CheckReport, palette: Palette): string {
  const isComparing = counts.since !== undefined || (baseline?.known ?? 0) > 0
  const found = SEVERITIES.flatMap((severity) => {
    const count = counts[`${severity}s`]
    return count === 0 ? [] : [palette[severity](countOf(count, severity))]
  })
  const verdict =
    found.length === 0
      ? palette.added(isComparing ? 'no new findings' : 'no findings')
      : found.join(', ')
  const rest = [
    `${counts.checked} checked`,
    ...(counts.notChecked === 0 ? [] : [`${counts.notChecked} on the web not checked`]),
    ...(counts.unknown === 0 ? [] : [`${counts.unknown} unknown`]),
    ...(counts.ignored === 0 ? [] : [`${countOf(counts.ignored, 'finding')} ignored`]),
  ]
  const size = `${countOf(counts.documents, 'document')}, ${countOf(counts.links, 'link')}`
  const line = `${verdict} in ${size} (${rest.join(', ')})`
  const { since } = counts
  return since === undefined ? line : `${line}\nsince ${base ?? ''}: ${renderChanges(since)}`
}

function renderChanges({ intact, broken, retargeted, revived, known }: LinkChanges): string {
  return [
    `${countOf(intact, 'link')} intact`,
    ...(broken === 0 ? [] : [`${broken} broken`]),
    ...(retargeted === 0 ? [] : [`${retargeted} retargeted`]),
    ...(revived === 0 ? [] : [`${revived} alive again`]),
    ...(known === 0 ? [] : [`${countOf(known, 'finding')} known before`]),
  ].join(', ')
}
