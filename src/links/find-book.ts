import { dirname, join } from 'node:path/posix'
import { parse } from 'smol-toml'
import type { FileTree } from '../ports.ts'
import type { Book } from './link-context.ts'
import { memoize } from './memoize.ts'

/** Makes a function that finds the mdBook whose sources a file is among, the nearest first. */
export function findBook(files: FileTree): (file: string) => Book | undefined {
  const bookAt = memoize((directory) => readBook(files, directory))
  const booksAbove = memoize((directory): readonly Book[] => {
    const book = bookAt(directory)
    const above = directory === '' ? [] : booksAbove(parentOf(directory))
    return book === undefined ? above : [book, ...above]
  })
  return (file) => booksAbove(parentOf(file)).find(({ src }) => isWithin(file, src))
}

function parentOf(path: string): string {
  const parent = dirname(path)
  return parent === '.' ? '' : parent
}

function isWithin(file: string, directory: string): boolean {
  return directory === '' || file.startsWith(`${directory}/`)
}

function readBook(files: FileTree, directory: string): Book | undefined {
  const bytes = files.read(join(directory, 'book.toml'))
  if (bytes === undefined) return undefined
  const src = join(directory, readSrc(new TextDecoder().decode(bytes)))
  return { src: src === '.' || src === './' ? '' : src.replace(TRAILING, '') }
}

/** "src/" */
const TRAILING = /\/$/u

/** The folder of the sources; mdBook's own, `src`, where the file does not name one or is broken. */
function readSrc(text: string): string {
  try {
    const { book } = parse(text)
    const src = typeof book === 'object' && 'src' in book ? book.src : undefined
    return typeof src === 'string' ? src : 'src'
  } catch {
    // Whether the file is well-formed is mdBook's to say; that it is there makes it a book.
    return 'src'
  }
}
