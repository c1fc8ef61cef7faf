import type { Finding } from './finding.ts'
import type { Ignore } from './page.ts'
import { findMistypedIgnores } from './find-mistyped-ignores.ts'

/** Findings, as the ignores of their document leave them. */
export interface IgnoredFindings {
  /** What no comment silences, and a hint for each comment that silences nothing. */
  readonly findings: readonly Finding[]
  /** How many findings were silenced. */
  readonly ignored: number
}

/**
 * Takes out the findings that a document's comments silence.
 *
 * @param canTell Whether a comment that silences nothing is of no use: one for what was not looked for may be.
 */
export function applyIgnores(
  findings: readonly Finding[],
  ignores: readonly Ignore[],
  canTell: (ignore: Ignore) => boolean,
): IgnoredFindings {
  const used = new Set<Ignore>()
  const kept = findings.filter((finding) => {
    const silencing = ignores.filter((ignore) => silences(ignore, finding))
    for (const ignore of silencing) used.add(ignore)
    return silencing.length === 0
  })
  const unused = ignores.filter(
    (ignore) => !used.has(ignore) && ignore.scope !== 'nothing' && canTell(ignore),
  )
  return {
    findings: [...kept, ...findMistypedIgnores(ignores), ...unused.map(toHint)],
    ignored: findings.length - kept.length,
  }
}

function silences({ codes, covers }: Ignore, { code, span }: Finding): boolean {
  const isMeant = codes.length === 0 || codes.includes(code)
  return isMeant && span.start >= covers.start && span.start < covers.end
}

function toHint({ codes, span }: Ignore): Finding {
  const what =
    codes.length === 0 ? 'nothing' : `no ${codes.map((code) => `\`${code}\``).join(' or ')}`
  return {
    code: 'ignore/unused',
    span,
    message: `the comment silences ${what}`,
    help: 'remove it',
  }
}
