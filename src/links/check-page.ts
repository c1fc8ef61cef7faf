import type { Link } from '../document/link.ts'
import type { Span } from '../text/span.ts'
import { checkChapter } from './check-chapter.ts'
import { checkDefinitions } from './check-definitions.ts'
import { checkWikiLinks } from './check-wiki-links.ts'
import { findGonePath } from './find-gone-path.ts'
import type { Finding } from './finding.ts'
import type { LinkContext } from './link-context.ts'
import type { DeadVerdict, LinkVerdict, MovedVerdict } from './link-verdict.ts'
import type { Page } from './page.ts'
import { resolveReference, resolveTarget } from './resolve-target.ts'

/** What came of checking one document. */
export interface PageCheck {
  readonly findings: readonly Finding[]
  /** How many targets there are. */
  readonly links: number
  /** How many of them only the network could tell. */
  readonly notChecked: number
  /** How many of the others nobody can tell. */
  readonly unknown: number
}

/**
 * Checks the links, definitions and references of a document.
 *
 * @param isAsked Tells which links are checked; all are where nothing is said.
 */
export function checkPage(
  file: string,
  page: Page,
  context: LinkContext,
  isAsked: (link: Link) => boolean = () => true,
): PageCheck {
  const findings = checkDefinitions(page)
  const targets = listTargets(page).filter(isAsked)
  let notChecked = 0
  let unknown = 0
  for (const link of targets) {
    const verdict = resolveTarget(link.url, file, context)
    if (isRemote(verdict)) notChecked++
    else if (verdict.status === 'unknown') unknown++
    const stray = checkChapter(link, verdict, file, context)
    if (stray !== undefined) findings.push(stray)
    if (isFinding(verdict) && canBeEmpty(link, verdict)) {
      // An empty target has no characters to point at.
      const place = verdict.code === 'link/empty' ? link.span : link.urlSpan
      const finding = toFinding(verdict, place, page.source.text, link)
      findings.push(recall(finding, link, file, context))
    }
  }
  for (const mention of page.mentions) {
    const verdict = resolveReference(mention.target, file, context)
    if (verdict.status !== 'dead') continue
    const { start, end } = mention
    findings.push({ code: verdict.code, span: { start, end }, message: verdict.message })
  }
  findings.push(...findGoneMentions(file, page, context), ...checkWikiLinks(file, page, context))
  return { findings, links: targets.length, notChecked, unknown }
}

/** What history knows is more than a guess by spelling; what it shows to be gone may have a successor. */
function recall(finding: Finding, link: Link, file: string, context: LinkContext): Finding {
  const past = context.recall(file, link)
  if (past === undefined) return finding
  const { help, replacement } = past
  if (replacement !== undefined) {
    const kept = finding.span.start - link.urlSpan.start
    const isKept = replacement.slice(0, kept) === link.url.slice(0, kept)
    return isKept
      ? { ...finding, help, replacement: replacement.slice(kept) }
      : { ...finding, span: link.urlSpan, help, replacement }
  }
  return { ...finding, help: finding.help === undefined ? help : `${help}; ${finding.help}` }
}

function findGoneMentions(file: string, page: Page, { files, options }: LinkContext): Finding[] {
  const { wasTracked } = options
  if (wasTracked === undefined) return []
  return page.code.flatMap(({ text, start, end }) => {
    const path = findGonePath(text, file, { files, wasTracked })
    const message = `\`${path ?? ''}\` was in the repository once, and is gone`
    return path === undefined
      ? []
      : [{ code: 'mention/missing-path', span: { start, end }, message }]
  })
}

function isFinding(verdict: LinkVerdict): verdict is DeadVerdict | MovedVerdict {
  return verdict.status === 'dead' || verdict.status === 'moved'
}

function isRemote(verdict: LinkVerdict): boolean {
  return verdict.status === 'unknown' && verdict.isRemote
}

/** Lists the links that have a target of their own: a reference's stands in its definition. */
export function listTargets(page: Page): Link[] {
  return page.links.filter(({ kind }) => kind !== 'reference' && kind !== 'image-reference')
}

/** An empty attribute, and a definition that is a comment, are meant to be so. */
function canBeEmpty({ kind }: Link, { code }: DeadVerdict | MovedVerdict): boolean {
  return code !== 'link/empty' || kind === 'inline' || kind === 'image'
}

function toFinding(
  verdict: DeadVerdict | MovedVerdict,
  target: Span,
  text: string,
  link: Link,
): Finding {
  const { code, message, help, part, replacement } = verdict
  const lost = verdict.status === 'dead' ? verdict.lost?.file : undefined
  const written = text.slice(target.start, target.end)
  const hash = written.indexOf('#')
  const span =
    part === 'fragment' && hash !== -1 ? { start: target.start + hash, end: target.end } : target
  // Where escapes stand in the target, nobody knows which of its characters to change.
  const canReplace = replacement !== undefined && written === link.url
  return {
    code,
    span,
    message,
    link,
    ...(lost === undefined ? {} : { lost }),
    ...(help === undefined ? {} : { help }),
    ...(canReplace ? { replacement } : {}),
  }
}
