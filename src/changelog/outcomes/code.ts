import { readVerdict } from './read-verdict.ts'
import { splitClauses } from './split-clauses.ts'
import { sharesWords } from './shares-words.ts'
import type { OutcomeCase, OutcomeRule } from './outcome-rule.ts'

/** A commit that takes an item out together with the work that it asks for has done it. */
export const code: OutcomeRule = {
  summary:
    'The commit is a `feat`, `fix`, `perf` or `refactor`, or has no such type and changes code: shipped; unless it changes nothing but the document and says that the item is given up.',
  decide(given) {
    const { type, description } = given.message
    const isWork = changesOthers(given)
    if (type === undefined ? !isWork || !changesCode(given) : !WORK.has(type)) return undefined
    const refusal = isWork ? undefined : findRefusal(given)
    if (refusal !== undefined) return { outcome: 'abandoned', text: refusal }
    return { outcome: 'shipped', text: type === undefined ? description : given.message.subject }
  },
}

const WORK: ReadonlySet<string> = new Set(['feat', 'feature', 'fix', 'perf', 'refactor'])

/** Tells whether a commit changes more than documents of items. */
function changesOthers({ commit, isDocument }: OutcomeCase): boolean {
  return commit.paths.some((path) => !isDocument(path))
}

function changesCode({ commit }: OutcomeCase): boolean {
  return commit.paths.some((path) => !PROSE.test(path))
}

/** "docs/guide.md" */
const PROSE = /\.(?:md|mdx|markdown|rst|adoc|txt)$/iu

/** A sentence that gives this very item up; what it says of others is not meant. */
function findRefusal({ departure: { event }, message }: OutcomeCase): string | undefined {
  const clauses = [
    ...splitClauses(message.description),
    ...splitClauses(message.body).filter((clause) => sharesWords(clause, event.title)),
  ]
  return clauses.find((clause) => readVerdict(clause) === 'abandoned')
}
