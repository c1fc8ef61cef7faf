/** What stands behind an entry in a changelog, for crossoff alone: `<!-- crossoff KEY HASH -->`. */
export interface Marker {
  /** Key of the entry. */
  readonly key: string
  /** Hash of the wording as it was generated; 8 hex digits. */
  readonly hash: string
}

/** Renders a marker as the comment that it is. */
export function renderMarker({ key, hash }: Marker): string {
  return `<!-- crossoff ${key} ${hash} -->`
}

/** Reads a comment as a marker; `undefined` where it is none. */
export function parseMarker(html: string): Marker | undefined {
  const [, key, hash] = MARKER.exec(html) ?? []
  return key === undefined || hash === undefined ? undefined : { key, hash }
}

/** Gives HTML without the marker in it. */
export function withoutMarker(html: string): string {
  return html.replace(MARKER, '')
}

/** "<!-- crossoff 0a1b2c3d4e5f-01234567 89abcdef -->", wherever it was wrapped */
const MARKER = /<!--\s+crossoff\s+([\da-f]{12}-[\da-f]{8})\s+([\da-f]{8})\s+-->/u

/** The half of a key that names the item, whatever change the entry is about. */
export function itemOfKey(key: string): string {
  return key.slice(0, 12)
}
