import type { LinkContext } from './link-context.ts'
import { type LinkVerdict, toUnknown } from './link-verdict.ts'
import { isMarkdownPath } from './markdown-path.ts'
import { proveForAll } from './prove-for-all.ts'
import { slugs, type SlugsName } from './slugs/index.ts'

/** A file or directory that is there, and what is wanted of it. */
export interface FileTarget {
  readonly file: string
  /** The document that the link stands in. */
  readonly fromFile: string
  /** As written, without `#`; absent where the link has none. */
  readonly fragment: string | undefined
  /** The renderer of the file's anchors; without it, the file's own. */
  readonly slugs?: SlugsName | undefined
}

/** Proves what a link wants of a file or directory that is there: its fragment, where it has one. */
export function proveFile(target: FileTarget, context: LinkContext): LinkVerdict {
  const { file, fragment } = target
  if (fragment === undefined || fragment === '') return { status: 'alive', file }
  const page = context.kindOf(file) === 'directory' ? findIndex(file, target.slugs, context) : file
  if (page === undefined) return toUnknown(`\`${file}\` is a directory without a page`, file)
  if (!isMarkdownPath(page)) return toUnknown(`\`${page}\` is no Markdown`, page)
  // What others keep there is nothing to read, nor to show.
  if (context.files.leadsOutside?.(page) === true)
    return toUnknown(`\`${page}\` is a link that leads out of the repository`, page)
  const isOwn = page === target.fromFile
  const renderer = target.slugs ?? context.slugsOf(page)
  const isNamed = target.slugs !== undefined || context.isNamed(page)
  const isOfOrigin = target.slugs !== undefined
  return proveForAll({ fragment, file: page, slugs: renderer, isNamed, isOfOrigin, isOwn }, context)
}

/** Finds the file that a renderer shows for a directory. */
function findIndex(
  directory: string,
  renderer: SlugsName | undefined,
  context: LinkContext,
): string | undefined {
  const prefix = directory === '' ? '' : `${directory}/`
  const { indexes } = slugs[renderer ?? context.slugsOf(`${prefix}index.md`)]
  const names = context.files.list(directory)
  for (const index of indexes) {
    const name = names.find((each) => each.toLowerCase() === index)
    if (name !== undefined) return prefix + name
  }
  return undefined
}
