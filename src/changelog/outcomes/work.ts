import { sharesWords } from './shares-words.ts'
import type { OutcomeRule } from './outcome-rule.ts'

/** What a commit of another type did can still be what the item asks for, such as documentation. */
export const work: OutcomeRule = {
  summary: 'The commit changes other files too, and its subject is about the item: shipped.',
  decide({ departure: { event }, commit, message, isDocument }) {
    if (!commit.paths.some((path) => !isDocument(path))) return undefined
    // What was taken back, or is not done, is no work.
    if (message.type === 'revert' || DENIED.test(message.description)) return undefined
    return sharesWords(message.description, event.title, event.path.at(-2))
      ? { outcome: 'shipped', text: message.subject }
      : undefined
  },
}

/** "not migrating to another oven" */
const DENIED = /\b(?:cannot|never|no|not|without|won't|\w+n't)\b/iu
