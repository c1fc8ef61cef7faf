import { join } from 'node:path/posix'
import fc from 'fast-check'
import { pick, type Texts, wordsOf } from './linked-repository.ts'

/** What somebody did to the files of a repository, without telling. */
export interface FreeEdit {
  readonly after: Texts
  /** The new path of each file that was renamed. */
  readonly renames: ReadonlyMap<string, string>
}

/** Where and how an edit is made; the numbers pick among what is there. */
export const anyStroke = fc.record({
  kind: fc.constantFrom(
    'retitle',
    'recase',
    'drop',
    'move',
    'send',
    'send',
    'copy-title',
    'insert',
    'unlink',
    'relink',
    'unspot',
    'rename-file',
    'delete-file',
  ),
  document: fc.nat(),
  section: fc.nat(),
  to: fc.nat(),
  title: fc.constantFrom('Beds', 'Shed', 'Compost', 'Raised *beds*', 'Größe', 'Beds 1'),
})

type Stroke = typeof anyStroke extends fc.Arbitrary<infer Value> ? Value : never

/** Makes edits of files, one after the other. */
export function editFiles(texts: Texts, strokes: readonly Stroke[]): FreeEdit {
  return strokes.reduce<FreeEdit>(editFile, { after: texts, renames: new Map() })
}

function editFile({ after, renames }: FreeEdit, stroke: Stroke): FreeEdit {
  const files = Object.keys(after)
  if (stroke.kind === 'rename-file') return renameFile({ after, renames }, stroke)
  const file = pick(
    files.filter((each) => each.endsWith('.md')),
    stroke.document,
  )
  const { [file]: text = '', ...rest } = after
  if (stroke.kind === 'delete-file') return { after: rest, renames }
  if (stroke.kind === 'send') return { after: sendSection(after, file, stroke), renames }
  return { after: { ...after, [file]: editText(text, stroke) }, renames }
}

/** Pictures too. */
function renameFile({ after, renames }: FreeEdit, { document, to }: Stroke): FreeEdit {
  const file = pick(Object.keys(after), document)
  const { [file]: text = '', ...rest } = after
  const path = join(pick(['', 'docs', 'notes/old'], to), `${String(to % 7)}-${baseOf(file)}`)
  if (Object.hasOwn(after, path)) return { after, renames }
  const origin = [...renames].find(([, now]) => now === file)?.[0] ?? file
  return { after: { ...rest, [path]: text }, renames: new Map([...renames, [origin, path]]) }
}

function baseOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1)
}

/** Takes a section to the end of another document, which may be a new one. */
function sendSection(texts: Texts, from: string, { section, to }: Stroke): Texts {
  const files = Object.keys(texts).filter((file) => file.endsWith('.md') && file !== from)
  const target = to % 3 === 0 ? `notes/sent-${String(to % 5)}.md` : pick(files, to)
  const [head = '', ...parts] = (texts[from] ?? '').split(HEADING)
  const part = parts[section % parts.length]
  if (part === undefined || target === from) return texts
  const rest = parts.toSpliced(section % parts.length, 1)
  const there = texts[target] ?? '# Sent\n'
  return {
    ...texts,
    [from]: putTogether([head, ...rest]),
    [target]: putTogether([there.trimEnd(), '', part]),
  }
}

/** Puts the parts of a document together again. */
function putTogether(parts: readonly string[]): string {
  return `${parts.join('\n').trimEnd()}\n`
}

function editText(text: string, stroke: Stroke): string {
  const { kind, section, to, title } = stroke
  const [head = '', ...parts] = text.split(HEADING)
  if (parts.length === 0) return text
  const place = section % parts.length
  const part = parts[place] ?? ''
  const put = (now: readonly string[]): string => putTogether([head, ...now])
  const rest = parts.toSpliced(place, 1)
  if (kind === 'drop') return put(rest)
  if (kind === 'move') return put(rest.toSpliced(to % (rest.length + 1), 0, part))
  if (kind === 'insert') {
    const fresh = `## ${title}\n\n${wordsOf(900_000 + (to % 10_000))}\n`
    return put(parts.toSpliced(place, 0, fresh))
  }
  const revised = editPart(part, stroke, parts)
  return put(parts.with(place, revised))
}

function editPart(part: string, { kind, to, title }: Stroke, parts: readonly string[]): string {
  if (kind === 'retitle') return part.replace(TITLE, `$1 ${title}`)
  if (kind === 'recase') return part.replace(TITLE, (line) => line.toUpperCase())
  if (kind === 'copy-title') return part.replace(TITLE, `$1 ${titleOf(pick(parts, to))}`)
  if (kind === 'unspot') return part.replace(SPOT, '')
  if (kind === 'unlink') return part.replace(BULLET, '')
  return part.replace(TARGET, '](#beds)')
}

/** An id that its author gives is one heading's alone. */
function titleOf(part: string): string {
  return (TITLE.exec(part)?.[2] ?? '').replace(OWN, '')
}

/** "{#own-101}" */
const OWN = / \{#[\w-]+\}$/u

/** Where a section below the first begins. */
const HEADING = /\n(?=#{2,3} )/u

/** "## Beds" */
const TITLE = /^(#{2,3}) (.*)$/mu

/** `<a id="spot-101"></a>` */
const SPOT = /<a id="[^"]*"><\/a>/u

/** "- [link 101-0](#beds)" */
const BULLET = /^- [[!].*\n/mu

/** "](#beds-1)" */
const TARGET = /\]\(#[^()\s]*\)/u
