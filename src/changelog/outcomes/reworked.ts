import type { HistoryEvent } from '../../history/event.ts'
import type { OutcomeRule } from './outcome-rule.ts'

/** A section that is written anew says in other items what this one said. */
export const reworked: OutcomeRule = {
  summary:
    'The subject says that the document was reworked, and other items came or changed beside it: merged.',
  decide({ departure: { event, change, beside }, message }) {
    const verb = REWORK.exec(message.description)?.[0]
    if (change !== 'dropped' || verb === undefined) return undefined
    const heir = beside.find((other) => isHeir(other, event))
    return heir && { outcome: 'merged', text: `${verb}: \`${heir.title}\` was ${heir.change}` }
  },
}

/** "expand the section on stores" */
const REWORK =
  /\b(?:clarif(?:y|ies)|clean(?:s|ed)? up|consolidat\w+|expand\w*|group\w*|merge[sd]?|reorgani[sz]\w+|rephras\w+|restructur\w+|rewrit\w+|rewrote|rework\w*|reword\w*|simplif\w+|split\w*|sort\w*|tid(?:y|ied)|updat\w+)\b/iu

/** Who has a place in the same part of the document, and is new there or says something else. */
function isHeir(other: HistoryEvent, event: HistoryEvent): boolean {
  if (!HEIRS.has(other.change)) return false
  const part = event.path.slice(0, Math.min(PART, event.path.length - 1))
  return part.every((title, level) => title === other.path[level])
}

const HEIRS: ReadonlySet<HistoryEvent['change']> = new Set(['added', 'edited', 'renamed'])

/** The document's own title, and the section below it. */
const PART = 2
