import type { Diagnostic } from '../diagnostic.ts'
import type { Document } from '../document/document.ts'
import { changeLinkContext, createLinkContext } from '../links/create-link-context.ts'
import { type BrokenLink, findBrokenLinks } from '../links/find-broken-links.ts'
import {
  type DocumentVersions,
  findLostReferences,
  type ParsedText,
} from '../links/find-lost-references.ts'
import type { LinkContext } from '../links/link-context.ts'
import { traceLinks } from '../links/trace-links.ts'
import type { PlannedFile, PlanResult } from '../plans/plan-result.ts'
import { readMoves } from '../plans/read-moves.ts'
import type { Finding } from '../reporters/check-report.ts'
import { pointAt } from '../text/line-index.ts'
import { findLines } from './find-lines.ts'
import { linkOptions } from './link-options.ts'
import { listDocuments } from './list-documents.ts'
import type { Ports } from './ports.ts'

/** What a change does to the links of the repository. */
export interface LinkImpact {
  readonly after: LinkContext
  /** Links that newly break, by document and place, each with its place after the change. */
  readonly broken: readonly BrokenLink[]
}

/** Finds the links, in every document of the repository, that a change would newly break. */
export async function findLinkImpact(result: PlanResult, ports: Ports): Promise<LinkImpact> {
  const { files } = result
  const known = files.length === 0 ? [] : await listDocuments([], ports)
  const changed = files.filter(({ before }) => before !== undefined).map(({ file }) => file)
  const documents = [...new Set([...known, ...changed])].sort()
  const engine = await ports.loadEngine()
  const options = await linkOptions(ports)
  const before = createLinkContext({ files: ports.tree, documents, engine, options })
  const texts = new Map(files.map(({ file, after }) => [file, after.text]))
  const after = changeLinkContext(before, texts, engine)
  const states = { before, after }
  const broken = [
    ...findBrokenLinks(states, traceLinks(readMoves(result), states)),
    ...findLostReferences(files.map(toVersions)),
  ].sort(byPlace)
  return {
    after,
    broken: broken.filter(({ verdict }) => options.rules?.[verdict.code] !== 'off'),
  }
}

function toVersions({ file, past, document }: PlannedFile): DocumentVersions {
  const after = toParsed(document)
  return past === undefined ? { file, after } : { file, before: toParsed(past), after }
}

function toParsed({ root, source: { text } }: Document): ParsedText {
  return { root, text }
}

function byPlace(a: BrokenLink, b: BrokenLink): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1
  return a.start.offset - b.start.offset
}

/** Shows broken links as findings, each with its line after the change. */
export function toFindings({ broken, after }: LinkImpact): Finding[] {
  const diagnostics = broken.map((link) => toDiagnostic(link, after))
  return findLines(diagnostics, after.files)
}

function toDiagnostic({ file, link, start, verdict }: BrokenLink, after: LinkContext): Diagnostic {
  const { code, message, help } = verdict
  const reading = after.page(file)
  const end = reading.kind === 'page' ? pointAt(reading.page.source.lines, link.urlSpan.end) : start
  return {
    code,
    severity: 'error',
    message,
    file,
    start,
    end,
    ...(help !== undefined && { help }),
  }
}
