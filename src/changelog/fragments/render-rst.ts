import type { Nodes } from 'mdast'
import { toString } from 'mdast-util-to-string'

/**
 * Renders a line of Markdown as a paragraph of reStructuredText: links, code and emphasis, which do
 * not nest there.
 *
 * ```text
 * See [the `sow` page](https://garden.example).
 * See `the sow page <https://garden.example>`__.
 * ```
 *
 * Source: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#inline-markup
 */
export function renderRst(root: Nodes): string {
  const text = readPieces(root).reduce((line, piece, index, pieces) => {
    const last = pieces[index - 1]
    const isApart =
      last === undefined ||
      piece.text === '' ||
      line === '' ||
      ((!piece.isMarkup || mayFollow(line, piece)) && (!last.isMarkup || BEHIND.test(piece.text)))
    return `${line}${isApart ? '' : '\\ '}${piece.text}`
  }, '')
  return text.replace(LITERAL_END, '\\::').replace(BLOCK_START, '\\$&')
}

function mayFollow(line: string, { text }: Piece): boolean {
  return BEFORE.test(line) && !QUOTED.test(`${line.slice(-1)}${text}`)
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
      return [emphasize(toString(node), '*')]
    case 'strong':
      return [emphasize(toString(node), '**')]
    case 'link':
      return [renderLink(toString(node), node.url)]
    default:
      return 'children' in node ? node.children.flatMap(readPieces) : [plain(toString(node))]
  }
}

function renderLink(text: string, url: string): Piece {
  if (text.trim() === '') return plain(text)
  if (text === url && escape(url) === url) return markup(url)
  const address = url.replaceAll(NO_ADDRESS, encodeURIComponent).replaceAll(/[\\_]/gu, '\\$&')
  return markup(`\`${escape(text.trim()).replaceAll('<', '\\<')} <${address}>\`__`)
}

function emphasize(text: string, sign: string): Piece {
  const told = text.trim()
  return told === '' ? plain(text) : markup(`${sign}${escape(told)}${sign}`)
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

/** "*", and underscores at the end of a word, which would be a reference */
const SPECIAL = /[\\*`|]|_(?![a-z\d])/giu

/** What ends an address between `<` and `>`. */
const NO_ADDRESS = /[\s`<>]/gu

/** "- x", ".. x", ">>> x", ":x: y", "(1) x", "iv. x", "----": what begins a block that is no paragraph */
const BLOCK_START =
  /^(?:[-+/:]|[•‣⁃](?: |$)|\.\.(?: |$)|>>>(?: |$)|=[= ]*$|\(?(?:\d+|[a-z]|[ivxlcdm]+|#)[.)](?: |$)|([!-.:-@[\]^_{}~])\1*$)/iu

/** "x::", behind which stands a literal block */
const LITERAL_END = /::$/u

/** "`x`": code that has no form of its own */
const AT_EDGE = /^[`\s]|[`\s]$|``/u

/** "see (": what markup may follow */
const BEFORE = /[\s'"([{<\-/:]$/u

/** "(``)": a sign between quotes begins nothing */
const QUOTED = /^(?:'[*`]+'|"[*`]+"|\([*`]+\)|\[[*`]+\]|\{[*`]+\}|<[*`]+>)/u

/** ", and": what may follow markup */
const BEHIND = /^[\s'")\]}>\-/\\:.,;!?]/u
