import type { Nodes, Root } from 'mdast'
import { nodeSpan } from '../document/node-span.ts'
import { normalizeLabel } from '../document/read-links.ts'
import { visit } from '../markdown/visit.ts'
import { pointAt, readLineIndex } from '../text/line-index.ts'
import type { Span } from '../text/span.ts'
import type { BrokenLink } from './find-broken-links.ts'

/** A document as a parser sees it. */
export interface ParsedText {
  readonly root: Root
  readonly text: string
}

/** A document before and after a change. */
export interface DocumentVersions {
  readonly file: string
  /** Absent for a document that the change makes. */
  readonly before?: ParsedText
  readonly after: ParsedText
}

/**
 * Finds references and footnotes that lose their definition by a change, in document order.
 *
 * Without it they are text, which no other check could tell from prose: so only labels count that
 * were references before, in one of the documents that change.
 */
export function findLostReferences(versions: readonly DocumentVersions[]): BrokenLink[] {
  const used = new Set(
    versions.flatMap(({ before }) => (before === undefined ? [] : readUses(before.root))),
  )
  if (used.size === 0) return []
  return versions.flatMap(({ file, before, after }) => {
    const defined = readDefined(after.root)
    const lost = (label: string): boolean => used.has(label) && !defined.has(label)
    const known =
      before === undefined ? [] : readBrackets(before).filter(({ label }) => lost(label))
    const seen = readBrackets(after).filter(({ label }) => lost(label))
    return seen.slice(known.length).map((bracket) => toBroken(file, bracket, after.text))
  })
}

function toBroken(file: string, { label, span }: Bracket, text: string): BrokenLink {
  const name = label.startsWith('^')
    ? `the footnote \`[${label}]\``
    : `the reference \`[${label}]\``
  return {
    file,
    link: { kind: 'reference', url: '', span, urlSpan: span, label },
    start: pointAt(readLineIndex(text), span.start),
    verdict: {
      status: 'dead',
      code: 'link/undefined-reference',
      part: 'target',
      message: `${name.toLowerCase()} would lose its definition`,
      help: 'move the definition to where it stays',
    },
  }
}

/** Labels that references use; those of footnotes begin with `^`. */
function readUses(root: Root): string[] {
  const labels: string[] = []
  visit(root, (node) => {
    if (node.type === 'linkReference' || node.type === 'imageReference') labels.push(labelOf(node))
    if (node.type === 'footnoteReference') labels.push(`^${labelOf(node)}`)
  })
  return labels
}

function readDefined(root: Root): ReadonlySet<string> {
  const labels = new Set<string>()
  visit(root, (node) => {
    if (node.type === 'definition') labels.add(labelOf(node))
    if (node.type === 'footnoteDefinition') labels.add(`^${labelOf(node)}`)
  })
  return labels
}

function labelOf({
  label,
  identifier,
}: {
  label?: string | null | undefined
  identifier: string
}): string {
  return normalizeLabel(label ?? identifier)
}

/** A piece of text in brackets. */
interface Bracket {
  readonly label: string
  readonly span: Span
}

/** Reads what stands in brackets in text that is no link. */
function readBrackets({ root, text }: ParsedText): Bracket[] {
  const brackets: Bracket[] = []
  visit(root, (node: Nodes) => {
    if (node.type !== 'text') return
    const { start, end } = nodeSpan(node)
    for (const match of text.slice(start, end).matchAll(BRACKETS)) {
      const [whole, mark = '', label = ''] = match
      const at = start + match.index
      brackets.push({
        label: mark + normalizeLabel(label),
        span: { start: at, end: at + whole.length },
      })
    }
  })
  return brackets
}

/** "[ref]" and "[^note]" */
const BRACKETS = /(?<!\\)\[(\^?)([^[\]\\]+)\]/gu
