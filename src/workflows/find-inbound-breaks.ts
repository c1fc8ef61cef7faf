import type { Diagnostic } from '../diagnostic.ts'
import { changeLinkContext, createLinkContext } from '../links/create-link-context.ts'
import { type BrokenLink, findBrokenLinks } from '../links/find-broken-links.ts'
import type { LinkContext } from '../links/link-context.ts'
import type { PlanResult } from '../plans/plan-result.ts'
import type { Finding } from '../reporters/report.ts'
import { pointAt } from '../text/line-index.ts'
import { findLines } from './find-lines.ts'
import { linkOptions } from './link-options.ts'
import { listDocuments } from './list-documents.ts'
import type { Ports } from './ports.ts'

/**
 * Finds the links, in every document of the repository, that a change would newly break.
 *
 * @returns Sorted by document and place, each with its place after the change.
 */
export async function findInboundBreaks({ files }: PlanResult, ports: Ports): Promise<Finding[]> {
  if (files.length === 0) return []
  const known = await listDocuments([], ports)
  const changed = files.filter(({ before }) => before !== undefined).map(({ file }) => file)
  const documents = [...new Set([...known, ...changed])].sort()
  const engine = await ports.loadEngine()
  const options = linkOptions(ports.config)
  const before = createLinkContext({ files: ports.tree, documents, engine, options })
  const after = changeLinkContext(
    before,
    new Map(files.map(({ file, after: { text } }) => [file, text])),
    engine,
  )
  const broken = findBrokenLinks(before, after).filter(
    ({ verdict }) => options.rules?.[verdict.code] !== 'off',
  )
  return findLines(
    broken.map((link) => toDiagnostic(link, after)),
    after.files,
  )
}

function toDiagnostic({ file, link, start, verdict }: BrokenLink, after: LinkContext): Diagnostic {
  const { code, message, help } = verdict
  const reading = after.page(file)
  const end = reading.kind === 'page' ? pointAt(reading.page.source.lines, link.urlSpan.end) : start
  return { code, severity: 'error', message, file, start, end, ...(help !== undefined && { help }) }
}
