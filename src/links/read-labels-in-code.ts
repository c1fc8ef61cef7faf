import type { Root } from 'mdast'
import { normalizeLabel } from '../document/read-links.ts'
import { visit } from '../markdown/visit.ts'

/** Reads what stands in brackets in the code and HTML of a document that has definitions. */
export function readLabelsInCode(root: Root, text: string): ReadonlySet<string> {
  const labels = new Set<string>()
  if (!text.includes(']:')) return labels
  visit(root, (node) => {
    if (node.type !== 'code' && node.type !== 'html') return
    for (const [label] of node.value.matchAll(BRACKETS))
      labels.add(normalizeLabel(label.slice(1, -1)))
  })
  return labels
}

/** "[lazygit][]" */
const BRACKETS = /\[[^[\]]+\]/gu
