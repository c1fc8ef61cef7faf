import { createHash } from 'node:crypto'
import type { Finding } from './check-report.ts'

/** A finding with what it is known by from one run to the next. */
export interface NamedFinding extends Finding {
  /** What it is called in its document: `link/missing-anchor #beds`, the second such with ` (2)`. */
  readonly name: string
  /** 32 hex digits, of no other finding of the report. */
  readonly fingerprint: string
}

/**
 * Names findings by what they are about.
 *
 * Neither a line nor a wording is part of a name, so that it stays where the document changes around
 * it. Of findings that say the same of one document, the order tells them apart.
 *
 * @param findings All of a report, by file, then place.
 */
export function nameFindings(findings: readonly Finding[]): readonly NamedFinding[] {
  const counts = new Map<string, number>()
  return findings.map((finding) => {
    const { file, code, about = '' } = finding.diagnostic
    const key = JSON.stringify([file, code, about])
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    const base = about === '' ? code : `${code} ${about}`
    return {
      ...finding,
      name: count === 1 ? base : `${base} (${count})`,
      fingerprint: hashKey(`${key}${count}`),
    }
  })
}

function hashKey(key: string): string {
  return createHash('sha256').update(key, 'utf8').digest('hex').slice(0, 32)
}
