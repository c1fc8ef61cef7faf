import { ElementType, parseDocument } from 'htmlparser2'
import { validateXML } from 'xmllint-wasm'
import { readSchema } from './schemas.ts'

/** An element of XML, with all text below it. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly elements: readonly XmlElement[]
  readonly text: string
}

type Node = ReturnType<typeof parseDocument>['children'][number]

/** Lists what a schema finds wrong with a text: that it is no XML, or not of its form. */
export async function checkXml(text: string, schema: string): Promise<readonly string[]> {
  const { errors } = await validateXML({
    xml: { fileName: 'report.xml', contents: text },
    schema: readSchema(schema),
    // 30,000 findings as a tree: pages of 64 KiB.
    maxMemoryPages: 16_384,
  })
  return errors.map(({ rawMessage }) => rawMessage)
}

/** Reads the root of a text as XML. */
export function parseXml(text: string): XmlElement {
  const { children } = parseDocument(text, { xmlMode: true })
  const [root] = children.flatMap(readElement)
  if (root === undefined) throw new Error('the text has no element')
  return root
}

function readElement(node: Node): readonly XmlElement[] {
  if (!('attribs' in node)) return []
  const elements = node.children.flatMap(readElement)
  return [{ name: node.name, attributes: node.attribs, elements, text: readText(node) }]
}

function readText(node: Node): string {
  if (node.type === ElementType.Text) return node.data
  return 'children' in node ? node.children.map(readText).join('') : ''
}
