import type { Finding } from './finding.ts'
import { ignoreWords } from './ignore-words.ts'
import type { Ignore } from './page.ts'
import { isRuleCode, rules } from './rules.ts'
import { findClosest } from './similarity.ts'

/** Finds the comments whose word nobody knows, or that name a code that no check has. */
export function findMistypedIgnores(ignores: readonly Ignore[]): Finding[] {
  return ignores.flatMap((ignore) => [...checkWord(ignore), ...checkCodes(ignore)])
}

function checkWord({ scope, word, span }: Ignore): Finding[] {
  if (scope !== 'nothing') return []
  const written = word === '' ? 'crossoff-ignore' : `crossoff-ignore-${word}`
  const meant = findClosest(ignoreWords, (each) => each, word)
  const names = ignoreWords.map((each) => `\`crossoff-ignore-${each}\``)
  return [
    {
      code: 'ignore/unknown',
      span,
      message: `\`${written}\` silences nothing`,
      help:
        meant === undefined
          ? `expected one of ${names.join(', ')}`
          : `did you mean \`crossoff-ignore-${meant}\``,
    },
  ]
}

function checkCodes({ codes, span }: Ignore): Finding[] {
  return codes.flatMap((written): Finding[] => {
    if (isRuleCode(written)) return []
    const meant = findClosest(Object.keys(rules), (each) => each, written)
    // A code of another group may be for another tool.
    if (meant === undefined && !GROUPS.has(groupOf(written))) return []
    const help = meant === undefined ? {} : { help: `did you mean \`${meant}\`` }
    return [{ code: 'ignore/unknown', span, message: `no check is called \`${written}\``, ...help }]
  })
}

function groupOf(code: string): string {
  return code.slice(0, code.indexOf('/'))
}

const GROUPS: ReadonlySet<string> = new Set(Object.keys(rules).map(groupOf))
