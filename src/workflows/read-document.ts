import type { Document } from '../document/document.ts'
import { parseDocument } from '../document/parse-document.ts'
import { CrossoffError } from '../errors.ts'
import { parseSourceText } from '../text/source-text.ts'
import { mentionOptions } from './mention-options.ts'
import type { Ports } from './ports.ts'

/** Reads and parses a document; one that is not there is an error, with its nearest namesakes. */
export async function readDocument(ports: Ports, file: string): Promise<Document> {
  const bytes = await readFile(ports, file)
  const engine = await ports.loadEngine()
  return parseDocument(parseSourceText(bytes, file), engine, mentionOptions(ports.config))
}

/** Reads a file's bytes; one that is not there is an error, with what was probably meant. */
export async function readFile({ tree }: Ports, file: string): Promise<Uint8Array> {
  const kind = tree.kindOf(file)
  const bytes = kind === 'file' ? tree.read(file) : undefined
  if (bytes !== undefined) return bytes
  if (kind === 'directory')
    throw new CrossoffError('file-io', `\`${file}\` is a folder; expected a document`)
  const folder = file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : ''
  const { suggestWord } = await import('../config/suggest-word.ts')
  const name = file.slice(folder === '' ? 0 : folder.length + 1)
  const names = tree.list(folder)
  if (kind === undefined && names.includes(name))
    throw new CrossoffError('file-missing', `\`${file}\` is a link that leads nowhere`)
  const meant = suggestWord(
    name,
    names.filter((each) => each !== name),
  )
  throw new CrossoffError('file-missing', `\`${file}\` does not exist`, {
    help:
      meant === undefined
        ? ''
        : `did you mean \`${folder === '' ? meant : `${folder}/${meant}`}\`?`,
  })
}
