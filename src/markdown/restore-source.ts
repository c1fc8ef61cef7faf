import type { ListItem, Nodes, Root } from 'mdast'
import { movePoint } from './move-point.ts'
import type { ShieldedSource } from './shield-source.ts'
import { visit } from './visit.ts'

/** Puts back what `shieldSource` took, and makes its checkboxes what GFM says they are. */
export function restoreSource(root: Root, { text, shields }: ShieldedSource): void {
  if (shields.size === 0) return
  visit(root, (node) => {
    if (node.type === 'listItem') readCheckbox(node, text, shields)
    for (const [shield, original] of shields) restoreCharacter(node, shield, original)
  })
}

/**
 * Takes a checkbox off a list item's first line (GFM 0.29, section 5.3).
 *
 * ```md
 * - [ ] write tests
 *       ^^^^^^^^^^^  the paragraph, as the engine that reads documents has it
 * ```
 */
function readCheckbox(item: ListItem, text: string, shields: ReadonlyMap<string, string>): void {
  const block = item.children[0]
  if (block?.type !== 'paragraph' && block?.type !== 'heading') return
  const first = block.children[0]
  const start = first?.position?.start
  if (first?.type !== 'text' || start?.offset === undefined) return
  if (shields.get(first.value.slice(0, 1)) !== '[') return
  const length =
    BOX_AND_SPACE.exec(text.slice(start.offset, block.position?.end.offset))?.[0].length ?? 0
  if (length === 0) return
  const rest = first.value.slice(BOX_LENGTH).trimStart()
  if (rest === '') {
    block.children.shift()
    if (block.children[0]?.type === 'break') block.children.shift()
  }
  if (block.children.length === 0) {
    block.children.unshift(first)
    return
  }
  item.checked = text[start.offset + 1] === 'x' || text[start.offset + 1] === 'X'
  const behind = movePoint(text, start, start.offset + length)
  if (rest !== '' && first.position !== undefined) {
    first.value = rest
    first.position.start = behind
  }
  if (block.position !== undefined) block.position.start = behind
}

/** "[x] ", its bracket shielded; where the line ends there, with what the next begins with */
const BOX_AND_SPACE = /^.[ xX]\](?:[ \t]*(?:\r\n?|\n)[ \t>]*|[ \t]+)(?=[^ \t\r\n])/u

const BOX_LENGTH = 3

function restoreCharacter(node: Nodes, shield: string, character: string): void {
  const restore = (value: string): string => value.replaceAll(shield, character)
  if ('value' in node) node.value = restore(node.value)
  if ('url' in node) node.url = restore(node.url)
  if ('alt' in node && typeof node.alt === 'string') node.alt = restore(node.alt)
  if ('title' in node && typeof node.title === 'string') node.title = restore(node.title)
  if ('label' in node && typeof node.label === 'string') node.label = restore(node.label)
  if ('identifier' in node) node.identifier = restore(node.identifier)
}
