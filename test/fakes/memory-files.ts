import type { FileTree } from '../../src/ports.ts'

/** Makes a tree of files from their paths and contents, in the letter case they are given in. */
export function memoryFiles(contents: Readonly<Record<string, string | Uint8Array>>): FileTree {
  const children = new Map<string, Set<string>>([['', new Set()]])
  for (const path of Object.keys(contents)) {
    const segments = path.split('/')
    segments.forEach((name, index) => {
      const directory = segments.slice(0, index).join('/')
      if (!children.has(directory)) children.set(directory, new Set())
      children.get(directory)?.add(name)
    })
  }
  return {
    kindOf: (path) => {
      if (Object.hasOwn(contents, path)) return 'file'
      return children.has(path) ? 'directory' : undefined
    },
    list: (directory) => [...(children.get(directory) ?? [])].sort(),
    read: (path) => {
      const content = Object.hasOwn(contents, path) ? contents[path] : undefined
      return typeof content === 'string' ? new TextEncoder().encode(content) : content
    },
    files: () => Object.keys(contents).sort(),
  }
}
