import type { MarkdownEngine } from '../markdown/markdown-engine.ts'
import type { Anchor } from './anchor.ts'
import { isLikeSection } from './cut-sections.ts'
import { findSection } from './find-section.ts'
import type { LinkContext } from './link-context.ts'
import type { LinkPlace } from './link-trace.ts'
import type { AliveVerdict } from './link-verdict.ts'
import { matchMoves } from './match-moves.ts'
import { traceLinks } from './trace-links.ts'

/** Where an anchor went. */
export interface Whereabouts {
  /** Where it is; absent where it is gone. */
  readonly place?: LinkPlace
  /** Whether what is there has the title or the text of what was. */
  readonly isSame: boolean
}

/** Follows an anchor of a document through its states, the oldest first, one after the other. */
export function followStates(
  then: AliveVerdict & { readonly file: string; readonly anchor: Anchor },
  contexts: readonly LinkContext[],
  engine: MarkdownEngine,
): Whereabouts {
  const { file } = then
  const moves = { places: new Map([[file, file]]), added: [] }
  let { anchor } = then
  for (const [index, after] of contexts.slice(1).entries()) {
    const before = contexts[index] ?? after
    const states = { before, after }
    const trace = traceLinks(matchMoves(moves, states, engine), states)
    const place = trace.follow({ status: 'alive', file, anchor })
    const next = after.anchors(file, before.slugsOf(file))?.byName.get(place?.anchor ?? '')
    if (next === undefined) return { isSame: false }
    anchor = next
  }
  const was = findSection(file, then.anchor, contexts[0])
  const is = findSection(file, anchor, contexts.at(-1))
  return {
    place: { file, anchor: anchor.anchor },
    isSame: was !== undefined && is !== undefined && isLikeSection(was, is),
  }
}
