import { findClauses, judgeClause } from './find-clauses.ts'
import type { OutcomeCase, OutcomeRule } from './outcome-rule.ts'
import { sharesWords } from './shares-words.ts'

/** A commit that takes an item out together with the work that it asks for has done it. */
export const code: OutcomeRule = {
  summary:
    'The commit is a `feat`, `fix`, `perf` or `refactor`, or has no such type, changes code and is about the item: shipped; unless it says that this very item is given up, or changes nothing but the document and is about that.',
  decide(given) {
    const { message } = given
    if (!isWork(given)) return undefined
    const refusal = findRefusal(given)
    if (refusal !== undefined) return { outcome: 'abandoned', text: refusal }
    return { outcome: 'shipped', text: message.subject }
  },
}

const WORK: ReadonlySet<string> = new Set(['feat', 'feature', 'fix', 'perf', 'refactor'])

function isWork(given: OutcomeCase): boolean {
  const { message, departure } = given
  const { title } = departure.event
  if (message.type !== undefined)
    return WORK.has(message.type) && (changesOthers(given) || !isAboutList(given))
  const isAbout = sharesWords(message.subject, title) || sharesWords(message.body, title)
  return isAbout && changesCode(given) && !message.subject.startsWith('Revert ')
}

/** Tells whether a commit changes more than documents of items. */
function changesOthers({ commit, isDocument }: OutcomeCase): boolean {
  return commit.paths.some((path) => !isDocument(path))
}

function changesCode({ commit }: OutcomeCase): boolean {
  return commit.paths.some((path) => !PROSE.test(path))
}

/** "docs/guide.md" */
const PROSE = /\.(?:md|mdx|markdown|rst|adoc|txt)$/iu

/** A subject such as "tidy the TODO", or "remove" of what the title does not ask to remove. */
function isAboutList({ message, departure: { event } }: OutcomeCase): boolean {
  if (LIST.test(message.subject)) return true
  const isRemoval = REMOVAL.test(message.description) && !REMOVING.test(event.title)
  return isRemoval && sharesWords(message.description, event.title)
}

/** "tidy the roadmap" */
const LIST = /\b(?:backlog|roadmap|to-?dos?|tracker)\b/iu
/** "drop the bell" */
const REMOVAL = /^(?:delete|drop|remove)s?\b/iu
/** "Maybe drop the bell?" */
const REMOVING = /\b(?:delet|drop|get rid|remov|replac)/iu

/**
 * A sentence that gives this very item up: about work, messages say much that is impossible. Where no more
 * than the document changes, the subject alone will do.
 */
function findRefusal(given: OutcomeCase): string | undefined {
  const { own, subject } = findClauses(given)
  const clauses = changesOthers(given) ? own : [...own, ...subject]
  return clauses.find((clause) => judgeClause(clause) === 'abandoned')?.text
}
