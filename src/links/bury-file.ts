import { basename, dirname, relative } from 'node:path/posix'
import { describeSpelling } from './describe-spelling.ts'
import { stemOf } from './stem-of.ts'
import type { LinkContext } from './link-context.ts'
import type { DeadVerdict } from './link-verdict.ts'
import { encodePath, type LinkTarget } from './parse-target.ts'
import { findClosest } from './similarity.ts'

/** A link, and the path where nothing stands. */
export interface LostFile {
  /** From the repository's root. */
  readonly path: string
  readonly fromFile: string
  readonly target: LinkTarget
}

/** Says that nothing stands at a path, and what was probably meant. */
export function buryFile(lost: LostFile, context: LinkContext): DeadVerdict {
  const { path, target } = lost
  const dead = { status: 'dead', part: 'target' } as const
  const rest = target.url.slice(target.path.length)
  const respelt = context.respell(path)
  // A symbolic link that leads nowhere is listed, and nothing stands there.
  const isListed = respelt === path
  if (respelt !== undefined && context.kindOf(respelt) !== undefined) {
    const written = renderPath(respelt, lost, context) + rest
    return {
      ...dead,
      code: 'link/letter-case',
      message: `${describeSpelling(path, respelt)} in the repository`,
      help: `write \`${written}\``,
      file: respelt,
      ...(target.path.includes('%') ? {} : { replacement: written }),
    }
  }
  const message = isListed
    ? `\`${path}\` is a symbolic link to nowhere`
    : `nothing stands at \`${path}\``
  const meant = isListed ? undefined : findMeant(path, context)
  const isUnstaged = context.options.isUnstaged?.(path) === true
  const help = isUnstaged
    ? { help: `it is in the work tree, and no part of the commit: \`git add -- ${path}\`` }
    : meant === undefined
      ? {}
      : { help: `did you mean \`${renderPath(meant, lost, context)}${rest}\`` }
  return {
    ...dead,
    code: 'link/missing-file',
    message,
    ...(isListed ? {} : { lost: { file: path } }),
    ...help,
  }
}

/** A name like it in the same directory, or the same name elsewhere. */
function findMeant(path: string, context: LinkContext): string | undefined {
  const directory = dirname(path) === '.' ? '' : dirname(path)
  const sibling = context.closestIn(directory, basename(path))
  if (sibling !== undefined) return directory === '' ? sibling : `${directory}/${sibling}`
  const name = basename(path)
  const namesakes = [name, `${name}.md`].flatMap((each) => context.namesakes(each))
  if (namesakes.length === 1) return namesakes[0]
  return findClosest(namesakes, stemOf, stemOf(path))
}

/** Writes a path as a link from the same document would, in the manner of the one that is there. */
function renderPath(path: string, { fromFile, target }: LostFile, context: LinkContext): string {
  const isDirectory = context.kindOf(path) === 'directory'
  const slash = isDirectory && target.path.endsWith('/') ? '/' : ''
  if (target.path.startsWith('/')) {
    // In a book, the root is that of its sources.
    const root = `${context.bookOf(fromFile)?.src ?? ''}/`
    return `/${encodePath(path.startsWith(root) ? path.slice(root.length) : path)}${slash}`
  }
  const way = relative(`/${dirname(fromFile)}`, `/${path}`)
  const isDotted = target.path.startsWith('./') && !way.startsWith('.')
  return `${isDotted ? './' : ''}${encodePath(way)}${slash}`
}
