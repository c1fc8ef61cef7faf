/** A change as a unified diff, with its size. */
export interface Patch {
  /** Lines. */
  readonly added: number
  /** Lines. */
  readonly removed: number
  readonly patch: string
}

/**
 * Renders a change as a unified diff, in the form that `git apply` takes.
 *
 * @param before The text before; `undefined` for a file that is new.
 */
export async function renderPatch(
  file: string,
  before: string | undefined,
  after: string,
): Promise<Patch> {
  // Only commands that change something need it.
  const { FILE_HEADERS_ONLY, formatPatch, structuredPatch } = await import('diff')
  const old = before === undefined ? '/dev/null' : `a/${file}`
  const patch = structuredPatch(old, `b/${file}`, before ?? '', after)
  const lines = patch.hunks.flatMap((hunk) => hunk.lines)
  return {
    added: lines.filter((line) => line.startsWith('+')).length,
    removed: lines.filter((line) => line.startsWith('-')).length,
    patch: formatPatch(patch, FILE_HEADERS_ONLY),
  }
}
