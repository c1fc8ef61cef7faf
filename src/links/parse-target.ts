/** A link's target, taken apart. */
export interface LinkTarget {
  readonly url: string
  /** In lower case, without `:`; `//` for an address that leaves the scheme open; else empty. */
  readonly scheme: string
  /** What stands before the query and the fragment, as written. */
  readonly path: string
  /** What stands behind `#`, as written; absent where there is no `#`. */
  readonly fragment?: string
  /** Whether the config made the target of a text, which is no link. */
  readonly isReference: boolean
}

/** Takes a URL apart. */
export function parseTarget(url: string, isReference = false): LinkTarget {
  const trimmed = url.trim()
  const hash = trimmed.indexOf('#')
  const before = hash === -1 ? trimmed : trimmed.slice(0, hash)
  const query = before.indexOf('?')
  return {
    url: trimmed,
    scheme: readScheme(trimmed),
    path: query === -1 ? before : before.slice(0, query),
    ...(hash === -1 ? {} : { fragment: trimmed.slice(hash + 1) }),
    isReference,
  }
}

function readScheme(url: string): string {
  if (url.startsWith('//')) return '//'
  return SCHEME.exec(url)?.[1]?.toLowerCase() ?? ''
}

/** "https:" */
const SCHEME = /^([a-z][a-z\d+.-]*):/iu

/** Decodes percent-encoding; a text that is none is taken as it is. */
export function decodePercent(text: string): string {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    // `100%.md` is a file name, and a browser asks for it as it stands.
    return text
  }
}

/** Encodes what may not stand as it is in the path of a link, wherever that stands: in a table, in HTML. */
export function encodePath(path: string): string {
  return path.replaceAll(UNSAFE, (unit) => {
    return `%${unit.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
  })
}

/** "a b" */
const UNSAFE = /[\s%#?()<>[\]\\|"'`]/gu
