import type { Ledger, LedgerEntry } from './ledger.ts'

/**
 * Lets the later day count where a ledger has a URL twice: git puts the lines of both branches one below the
 * other, and a parser of JSON takes the last.
 *
 * @param text The ledger, one URL a line; in another layout nothing is there twice.
 * @param parse Reads an entry; throws where it is none.
 */
export function keepNewest(
  ledger: Ledger,
  text: string,
  parse: (value: unknown) => LedgerEntry,
): Ledger {
  const lines = text.split(/\r?\n/u).flatMap((line) => {
    const { url, entry } = LINE.exec(line)?.groups ?? {}
    return url === undefined || entry === undefined ? [] : [{ url, entry }]
  })
  const seen = new Set<string>()
  const twins = new Set<string>()
  for (const { url } of lines) (seen.has(url) ? twins : seen).add(url)
  const newest = new Map<string, LedgerEntry>()
  for (const { url, entry } of lines) {
    if (!twins.has(url)) continue
    const name = String(JSON.parse(url))
    newest.set(name, unite(newest.get(name), parse(JSON.parse(entry))))
  }
  return { ...ledger, ...Object.fromEntries(newest) }
}

/** `  "https://bakery.example.org/": {"status":"alive","day":"2024-06-01"},` */
const LINE = /^ {2}(?<url>"(?:[^"\\]|\\.)*"): (?<entry>\{.*\}),?$/u

function unite(a: LedgerEntry | undefined, b: LedgerEntry): LedgerEntry {
  if (a === undefined) return b
  const [older, newer] = a.day > b.day ? [b, a] : [a, b]
  // A fragment that was missing on a day before the newer one counts no days up to that.
  const kept = Object.entries(older.fragments ?? {}).filter(([, { since }]) => since === undefined)
  const fragments = { ...Object.fromEntries(kept), ...newer.fragments }
  return Object.keys(fragments).length === 0 ? newer : { ...newer, fragments }
}
