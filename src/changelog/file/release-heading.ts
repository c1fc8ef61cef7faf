import type { Document } from '../../document/document.ts'
import { titleSource } from '../../editing/outline.ts'
import type { Release } from './changelog.ts'
import { nextCompareUrl } from './compare-url.ts'
import { readWrittenDate } from './release-date.ts'

/** A release that is made. */
export interface NewRelease {
  /** Without a `v` before it, unless the changelog has none: `1.4.0`. */
  readonly version: string
  /** ISO 8601 calendar date. */
  readonly date: string
}

/** Renders the title of a new release as that of another one: its brackets, its `v`, the form of its date. */
export function renderReleaseTitle(
  document: Document,
  sample: Release | undefined,
  made: NewRelease,
): string | undefined {
  const source = sample && titleSource(document, sample.item)
  if (sample?.version === undefined || source === undefined) return undefined
  const at = source.indexOf(sample.version)
  const name = renderLink(source.slice(at + sample.version.length), sample.version, made.version)
  const head = renderDate(source.slice(0, at), made.date) ?? source.slice(0, at)
  return `${head}${made.version}${name.link}${renderTail(name.rest, made.date)}`
}

interface LinkEnd {
  /** `](URL)`, `][label]`, `]` or nothing. */
  readonly link: string
  /** What stands behind it. */
  readonly rest: string
}

function renderLink(tail: string, old: string, version: string): LinkEnd {
  const [link, url, label] = LINK.exec(tail) ?? ['']
  const rest = tail.slice(link.length)
  if (url !== undefined) return { link: `](${nextCompareUrl(url, old, version)})`, rest }
  return { link: label === undefined ? link : `][${label.replace(old, version)}]`, rest }
}

/** "](https://example.org/compare/v1...v2)", "][v2]" or "]" */
const LINK = /^\](?:\(([^()\s]*)\)|\[([^[\]]*)\])?/u

/** The date with what parts it from the version, and what closes both; a codename is not taken over. */
function renderTail(tail: string, date: string): string {
  const written = readWrittenDate(tail)
  if (written === undefined) return CLOSING.exec(tail)?.[0] ?? ''
  const between = tail.slice(0, written.start)
  return `${WORD.test(between) ? ' - ' : between}${written.render(date)}${
    WORD.test(between) ? '' : (CLOSING.exec(tail.slice(written.end))?.[0] ?? '')
  }`
}

/** ")" */
const CLOSING = /^[)\]`*_]*/u

/** "a" */
const WORD = /[\p{L}\d]/u

function renderDate(source: string, date: string): string | undefined {
  const written = readWrittenDate(source)
  return (
    written && source.slice(0, written.start) + written.render(date) + source.slice(written.end)
  )
}
