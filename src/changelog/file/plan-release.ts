import type { Document } from '../../document/document.ts'
import { nodeSpan } from '../../document/node-span.ts'
import type { Edited, Parse } from '../../editing/edited.ts'
import { lineEndAt } from '../../editing/blank-lines.ts'
import { blankLinesBeforeHeadings } from '../../editing/habits.ts'
import { placeLines } from '../../editing/insertion.ts'
import { type Outline, readOutlines, titleSource } from '../../editing/outline.ts'
import { rewriteOutline } from '../../editing/outline-tree.ts'
import { nextLineStart } from '../../text/line-index.ts'
import type { TextEdit } from '../../text/text-edit.ts'
import type { Release } from './changelog.ts'
import { renderHeading } from './heading-style.ts'
import { findUnreleased } from './insert-entries.ts'
import { findNewest, linkRelease } from './link-releases.ts'
import { parseMarker } from './marker.ts'
import type { ChangelogOptions } from './plan-changelog.ts'
import { readChangelog } from './read-changelog.ts'
import { type NewRelease, renderReleaseTitle } from './release-heading.ts'
import { runSteps, type Step } from './run-steps.ts'

/** How a changelog becomes that of a release. */
export interface ReleasePlan {
  /** Edits of the document, sorted by place. */
  readonly edits: readonly TextEdit[]
  /** `present`: the release is there. `nothing`: there is no section of what is not released yet. */
  readonly outcome: 'released' | 'present' | 'nothing'
}

/**
 * Plans how what is not released yet becomes a release: its heading is put below that of what will come,
 * in the changelog's own form, and the links that compare releases follow.
 *
 * A heading that names the version to come, `1.4.0 (unreleased)`, becomes that of the release.
 */
export function planRelease(
  document: Document,
  made: NewRelease,
  { parse, file }: ChangelogOptions,
): ReleasePlan {
  const changelog = readChangelog(document)
  const newest = findNewest(changelog.releases)
  const unreleased = findUnreleased(changelog)
  if (changelog.releases.some((each) => each.version === made.version && !each.isUnreleased))
    return { edits: [], outcome: 'present' }
  if (unreleased === undefined) return { edits: [], outcome: 'nothing' }
  const steps: readonly Step[] = [
    { sees: 'whole', take: () => nameRelease(document, unreleased, newest, made, parse) },
    { sees: 'whole', take: (now) => linkRelease(now, newest, made.version) },
  ]
  return { edits: runSteps(document, steps, parse, file), outcome: 'released' }
}

function nameRelease(
  document: Document,
  unreleased: Release,
  newest: Release | undefined,
  made: NewRelease,
  parse: Parse,
): Edited {
  const { item } = unreleased
  const title = renderReleaseTitle(document, newest, made) ?? nameAlike(document, unreleased, made)
  const lines = renderHeading(document, item, item.level, title)
  const [outline] = readOutlines(parse(lines.join('\n')))
  if (outline === undefined) throw new Error(`\`${title}\` makes no section`)
  return unreleased.version === undefined
    ? insertHeading(document, unreleased, { lines, outline })
    : replaceHeading(document, unreleased, { lines, outline })
}

/** The first release has no other to be named like. */
function nameAlike(document: Document, { item }: Release, { version, date }: NewRelease): string {
  const name = titleSource(document, item).startsWith('[') ? `[${version}]` : version
  return `${name} - ${date}`
}

interface Heading {
  readonly lines: readonly string[]
  readonly outline: Outline
}

/** Behind the heading of what will come, and the comments that stand right below it. */
function insertHeading(document: Document, { item }: Release, { lines, outline }: Heading): Edited {
  const own = document.syntax.get(item)?.own ?? []
  const first = item.children[0]?.span.start ?? Infinity
  const body = own.findIndex(
    (block, index) =>
      index > 0 &&
      (block.type !== 'html' ||
        nodeSpan(block).start > first ||
        parseMarker(block.value) !== undefined),
  )
  const kept = body === -1 ? own.filter((block) => nodeSpan(block).start < first).length : body
  const end = nodeSpan(own[kept - 1] ?? document.root).end
  const at = nextLineStart(document.source.lines, Math.max(0, end - 1))
  const gap = { before: Math.max(1, blankLinesBeforeHeadings(document)), behind: 0 }
  const promise = rewriteOutline(readOutlines(document), item, (before) => [
    { ...before, own: before.own.slice(0, kept - 1), children: [] },
    { ...outline, own: before.own.slice(kept - 1), children: before.children },
  ])
  return { edits: [placeLines(document, at, lines, gap)], promise }
}

function replaceHeading(document: Document, { item }: Release, heading: Heading): Edited {
  const { start } = item.span
  const [first] = document.syntax.get(item)?.own ?? []
  const end = first === undefined ? start : nodeSpan(first).end
  const promise = rewriteOutline(readOutlines(document), item, (before) => [
    { ...before, title: heading.outline.title },
  ])
  return {
    edits: [{ start, end, text: heading.lines.join(lineEndAt(document.source, start)) }],
    promise,
  }
}
