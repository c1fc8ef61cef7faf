import { sharesWords } from './shares-words.ts'
import type { OutcomeRule } from './outcome-rule.ts'

/** What a commit of another type did can still be what the item asks for, such as documentation. */
export const work: OutcomeRule = {
  summary: 'The commit changes other files too, and its subject is about the item: shipped.',
  decide({ departure: { event }, commit, message, isDocument }) {
    if (!commit.paths.some((path) => !isDocument(path))) return undefined
    return sharesWords(message.description, event.title, event.path.at(-2))
      ? { outcome: 'shipped', text: message.subject }
      : undefined
  },
}
