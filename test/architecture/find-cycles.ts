import type { Import } from './read-imports.ts'

/** Finds circles of imports, each written from its first path on: `a.ts → b.ts → a.ts`. */
export function findCycles(imports: readonly Import[]): string[] {
  const targets = new Map<string, string[]>()
  for (const { from, to } of imports) targets.set(from, [...(targets.get(from) ?? []), to])
  const done = new Set<string>()
  const found = new Set<string>()
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path)
    if (start !== -1) found.add(writeCycle(trail.slice(start)))
    if (start !== -1 || done.has(path)) return
    for (const target of targets.get(path) ?? []) visit(target, [...trail, path])
    done.add(path)
  }
  for (const path of targets.keys()) visit(path, [])
  return [...found].sort()
}

function writeCycle(paths: readonly string[]): string {
  const first = paths.indexOf([...paths].sort()[0] ?? '')
  const turned = [...paths.slice(first), ...paths.slice(0, first)]
  return [...turned, ...turned.slice(0, 1)].join(' → ')
}
