import type { Nodes } from 'mdast'
import { toString } from 'mdast-util-to-string'

/**
 * Renders a line of Markdown as reStructuredText: links, code and emphasis, which do not nest there.
 *
 * ```text
 * See [the `sow` page](https://garden.example).
 * See `the sow page <https://garden.example>`__.
 * ```
 *
 * Source: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#inline-markup
 */
export function renderRst(root: Nodes): string {
  return readPieces(root).reduce((line, piece, index, pieces) => {
    const last = pieces[index - 1]
    const isApart =
      last === undefined ||
      piece.text === '' ||
      line === '' ||
      ((!piece.isMarkup || BEFORE.test(line)) && (!last.isMarkup || BEHIND.test(piece.text)))
    return `${line}${isApart ? '' : '\\ '}${piece.text}`
  }, '')
}

interface Piece {
  readonly text: string
  /** Whether it must stand apart from words. */
  readonly isMarkup: boolean
}

function readPieces(node: Nodes): Piece[] {
  switch (node.type) {
    case 'text':
      return [plain(node.value)]
    case 'break':
      return [plain(' ')]
    case 'html':
      return []
    case 'inlineCode':
      return [AT_EDGE.test(node.value) ? plain(node.value) : markup(`\`\`${node.value}\`\``)]
    case 'emphasis':
      return [markup(`*${escape(toString(node))}*`)]
    case 'strong':
      return [markup(`**${escape(toString(node))}**`)]
    case 'link':
      return [renderLink(toString(node), node.url)]
    default:
      return 'children' in node ? node.children.flatMap(readPieces) : [plain(toString(node))]
  }
}

function renderLink(text: string, url: string): Piece {
  if (text === url) return markup(url)
  return markup(`\`${escape(text).replaceAll('<', '\\<')} <${url.replaceAll('_', '\\_')}>\`__`)
}

function plain(text: string): Piece {
  return { text: escape(text), isMarkup: false }
}

function markup(text: string): Piece {
  return { text, isMarkup: true }
}

function escape(text: string): string {
  return text.replaceAll(SPECIAL, (character) => `\\${character}`)
}

/** "*", and an underscore at the end of a word, which would be a reference */
const SPECIAL = /[\\*`|]|_(?!\w)/gu

/** "`x`": code that has no form of its own */
const AT_EDGE = /^[`\s]|[`\s]$|``/u

/** "see (": what markup may follow */
const BEFORE = /[\s'"([{<\-/:]$/u

/** ", and": what may follow markup */
const BEHIND = /^[\s'")\]}>\-/\\:.,;!?]/u
