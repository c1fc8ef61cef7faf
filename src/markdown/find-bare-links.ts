/** A URL or an address that GFM links in prose. */
export interface BareLink {
  /** UTF-16 offset in the text at which it starts. */
  readonly start: number
  /** UTF-16 offset behind it. */
  readonly end: number
  /** What it links to. */
  readonly url: string
}

/**
 * Finds the autolink literals of a text (GFM 0.29, section 6.9), in order.
 *
 * Both engines have them, but differ in dozens of cases, and one gives no place for some; this
 * follows cmark-gfm, GitHub's parser (`extensions/autolink.c`), for all.
 *
 * @param text Source, so that an escaped character begins no link.
 * @param before The character that stands before the text.
 */
export function findBareLinks(text: string, before = ''): BareLink[] {
  const links: BareLink[] = []
  let behind = 0
  for (const match of text.matchAll(TRIGGER)) {
    if (match.index < behind) continue
    const link = readLink(text, match[0].toLowerCase(), match.index, before, behind)
    if (link === undefined) continue
    links.push(link)
    behind = link.end
  }
  return links
}

/** Tells whether a text may hold an autolink literal at all. */
export function hasBareLink(text: string): boolean {
  return text.includes('@') || text.includes('://') || text.includes('www.')
}

/** "https://", "www.", "@" */
const TRIGGER = /(?:https?|ftp):\/\/|www\.|@/giu

function readLink(
  text: string,
  trigger: string,
  at: number,
  before: string,
  behind: number,
): BareLink | undefined {
  if (trigger === '@') return readAddress(text, at, behind)
  const previous = at === 0 ? before : text.charAt(at - 1)
  if (trigger === 'www.') {
    if (!text.startsWith('www.', at) || !BEFORE_WWW.test(previous)) return undefined
    if (!isHostCharacter(text[at + trigger.length])) return undefined
    return readUrl(text, at, at, 'http://')
  }
  if (LETTER.test(previous)) return undefined
  return readUrl(text, at, at + trigger.length, '')
}

/** "(", or nothing at all */
const BEFORE_WWW = /^[\s*_~([\]]?$/u

/** "x" */
const LETTER = /^[a-zA-Z]$/u

function readUrl(
  text: string,
  start: number,
  domain: number,
  prefix: string,
): BareLink | undefined {
  const domainEnd = findDomainEnd(text, domain)
  if (domainEnd === undefined) return undefined
  let end = domainEnd
  while (end < text.length && !SPACE.test(text.charAt(end)) && text[end] !== '<') end++
  end = trimEnd(text, start, end)
  return { start, end, url: prefix + text.slice(start, end) }
}

/** " " */
const SPACE = /\s/u

/** A domain needs no dot, but may hold no underscore in its last two parts. */
function findDomainEnd(text: string, start: number): number | undefined {
  if (!isHostCharacter(text[start])) return undefined
  const rest = text.slice(start, start + LONGEST_DOMAIN)
  const parts = String(ASCII_DOMAIN.exec(rest) ?? DOMAIN.exec(rest)).split('.')
  if (parts.slice(-2).some((part) => part.includes('_'))) return undefined
  return start + parts.join('.').length
}

function isHostCharacter(unit: string | undefined): boolean {
  return unit !== undefined && (ASCII_LETTER.test(unit) || HOST_CHARACTER.test(unit))
}

/** "o" */
const ASCII_LETTER = /[a-zA-Z0-9]/u

/** "ö" */
const HOST_CHARACTER = /[^\s\p{P}\p{S}]/u

/** "code.example.org", of "code.example.org/a"; the expression for all letters takes long to compile */
const ASCII_DOMAIN = /^[a-zA-Z0-9._-]+(?=[\s/?#:),]|$)/u

/** "größe.example" */
const DOMAIN = /^(?:[^\s\p{P}\p{S}]|[._-])+/u

/** RFC 1035, section 2.3.4, allows 255. */
const LONGEST_DOMAIN = 1024

/** Takes off what closes a sentence or a parenthesis around the link. */
function trimEnd(text: string, start: number, from: number): number {
  let end = from
  let surplus = 0
  for (let at = start; at < from; at++) {
    if (text[at] === ')') surplus++
    else if (text[at] === '(') surplus--
  }
  while (end > start) {
    const last = text.charAt(end - 1)
    if (last === ')') {
      if (surplus <= 0) return end
      surplus--
      end--
    } else if (last === ';') end = beforeReference(text, start, end)
    else if (TRAILING.includes(last)) end--
    else return end
  }
  return end
}

const TRAILING = '?!.,:*_~\'"'

function beforeReference(text: string, start: number, end: number): number {
  let at = end - 2
  while (at > start && LETTER.test(text.charAt(at))) at--
  return at < end - 2 && text[at] === '&' ? at : end - 1
}

function readAddress(text: string, at: number, behind: number): BareLink | undefined {
  let start = at
  while (start > behind && LOCAL.test(text.charAt(start - 1))) start--
  if (start === at) return undefined
  let end = DOMAIN_OF_ADDRESS.exec(text.slice(at + 1, at + 1 + LONGEST_DOMAIN))?.[0].length ?? 0
  end += at + 1
  const domain = text.slice(at + 1, end)
  if (!domain.includes('.') || !LETTER.test(text.charAt(end - 1)) || text[end] === '@')
    return undefined
  const scheme = SCHEME.exec(text.slice(Math.max(behind, start - 8), start))?.[1] ?? ''
  if (scheme === '') return { start, end, url: `mailto:${text.slice(start, end)}` }
  if (scheme === 'xmpp:')
    end += RESOURCE.exec(text.slice(end, end + LONGEST_DOMAIN))?.[0].length ?? 0
  start -= scheme.length
  return { start, end, url: text.slice(start, end) }
}

/** "a", "." */
const LOCAL = /[a-zA-Z0-9.+_-]/u

/** "example.org" */
const DOMAIN_OF_ADDRESS = /^[a-zA-Z0-9_-]+(?:\.[a-zA-Z0-9_-]+)*/u

/** "mailto:", of "mailto:ana@example.org" */
const SCHEME = /(?:^|[^a-zA-Z0-9])(mailto:|xmpp:)$/u

/** "/phone", behind an address of XMPP */
const RESOURCE = /^\/[a-zA-Z0-9/.]*[a-zA-Z]/u
