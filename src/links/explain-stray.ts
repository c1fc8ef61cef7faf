import type { Link } from '../document/link.ts'
import type { Anchor } from './anchor.ts'
import type { PastTarget } from './classify-links.ts'
import type { Finding } from './finding.ts'
import { keepAnchor } from './keep-anchor.ts'
import type { LinkContext } from './link-context.ts'
import type { LinkPlace, LinkStates } from './link-trace.ts'
import type { LinkVerdict } from './link-verdict.ts'
import { renderTarget } from './render-target.ts'

/** A link that does not lead where it led before a change. */
export interface StrayedLink {
  readonly file: string
  readonly link: Link
  readonly now: LinkVerdict
  readonly past: PastTarget
}

/** Says where a link led, where that is now, and what to write. */
export function explainStray(stray: StrayedLink, { after }: LinkStates): Finding {
  const { file, link, now, past } = stray
  const name = nameTarget(past.verdict)
  const kept = keepAnchor({ file, link, past }, now, after)
  const target = renderTarget({ file, link, past }, after)
  const reading = after.page(file)
  const written =
    reading.kind === 'page'
      ? reading.page.source.text.slice(link.urlSpan.start, link.urlSpan.end)
      : undefined
  return {
    code: 'link/retargeted',
    span: link.urlSpan,
    message: `\`${link.url}\` led to ${name}${lineOf(past.verdict, 'then ')}, and ${describeNow(now, file)}`,
    help: describePlace(name, past.place, file, after),
    link,
    ...(kept && { kept }),
    // Where escapes stand in the target, nobody knows which of its characters to change.
    ...(target !== undefined && written === link.url && { replacement: target }),
  }
}

function nameTarget({ file, anchor }: LinkVerdict): string {
  return anchor === undefined ? `\`${file ?? ''}\`` : `“${anchor.title || anchor.anchor}”`
}

function lineOf({ anchor }: LinkVerdict, when = ''): string {
  return anchor === undefined ? '' : ` (${when}line ${anchor.line})`
}

function describeNow(now: LinkVerdict, from: string): string {
  if (now.status === 'unknown') return `leads to what nobody can tell now: ${now.reason}`
  const place = now.file === from || now.anchor === undefined ? '' : ` of \`${now.file ?? ''}\``
  return `leads to ${nameTarget(now)}${place} now${lineOf(now)}`
}

function describePlace(
  name: string,
  place: LinkPlace | undefined,
  from: string,
  after: LinkContext,
): string {
  if (place === undefined) return `${name} is gone`
  const { file, anchor: wanted } = place
  if (wanted === undefined) return `${name} is \`${file}\` now`
  const anchor = findAnchor(place, after)
  const title = anchor === undefined ? '' : renamed(name, anchor)
  const line =
    anchor === undefined ? '' : ` (${file === from ? 'line ' : `${file}:`}${anchor.line})`
  return `${name} is ${title}\`#${wanted}\` now${line}`
}

function findAnchor({ file, anchor }: LinkPlace, after: LinkContext): Anchor | undefined {
  return after.anchors(file, after.slugsOf(file))?.byName.get(anchor ?? '')
}

function renamed(name: string, { title }: Anchor): string {
  return name === `“${title}”` ? '' : `“${title}”, `
}
