/** A link that shows what changed between two revisions. */
export interface CompareUrl {
  /** Up to the first revision. */
  readonly base: string
  readonly from: string
  /** `...` or `..`. */
  readonly dots: string
  readonly to: string
}

/** Reads a link such as `https://example.org/oven/compare/v1.2.0...HEAD`; `undefined` where it is another. */
export function parseCompareUrl(url: string): CompareUrl | undefined {
  const start = url.lastIndexOf(COMPARE) + COMPARE.length
  const revisions = url.slice(start)
  const dots = revisions.includes('...') ? '...' : '..'
  const at = revisions.indexOf(dots)
  if (start < COMPARE.length || at < 1) return undefined
  return {
    base: url.slice(0, start),
    from: revisions.slice(0, at),
    dots,
    to: revisions.slice(at + dots.length),
  }
}

const COMPARE = '/compare/'

/** Gives the link of the release behind one: from its revision to the new one, or the new one's tag. */
export function nextCompareUrl(url: string, old: string, version: string): string {
  const compare = parseCompareUrl(url)
  if (compare === undefined) return replaceLast(url, old, version)
  const { base, dots, to } = compare
  return `${base}${to}${dots}${replaceLast(to, old, version)}`
}

/** Replaces the last of what a link has: a project may have a version in its name. */
function replaceLast(text: string, old: string, version: string): string {
  const at = text.lastIndexOf(old)
  return at === -1 ? text : text.slice(0, at) + version + text.slice(at + old.length)
}
