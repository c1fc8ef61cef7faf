import { loadEngine } from '../../src/markdown/load-engine.ts'
import type { MarkdownEngine } from '../../src/markdown/markdown-engine.ts'
import { applyPlan } from '../../src/plans/apply-plan.ts'
import type { Plan } from '../../src/plans/plan.ts'
import { toSourceText } from '../../src/text/source-text.ts'
import { readRevisions } from './read-corpus.ts'

/** The document of the corpus, by its path in its repository. */
export const file = 'tvix/docs/src/TODO.md'

/** The document, with all that its plans are made and applied with. */
export interface CorpusDocument {
  readonly engine: MarkdownEngine
  /** Oldest first, from 1 on; the first is the document before it was made. */
  readonly revisions: readonly string[]
  /** Applies a plan to a revision; one that changes nothing gives the text as it was. */
  apply(text: string, plan: Plan): { readonly text: string; readonly inverse: Plan }
}

/** Loads the document of the corpus, and both engines. */
export async function loadDocument(): Promise<CorpusDocument> {
  const [engine, reference] = await Promise.all([loadEngine('satteri'), loadEngine('remark')])
  return {
    engine,
    revisions: ['', ...readRevisions(file)],
    apply: (text, plan) => {
      const sources = { file, read: () => toSourceText(text), engine, reference }
      const { files, inverse } = applyPlan(plan, sources)
      return { text: files[0]?.after.text ?? text, inverse }
    },
  }
}
