/** What a clause can say of an item. */
export type ClauseVerdict = 'done' | 'abandoned' | 'merged'

/** Words that say what became of something. */
export interface VerdictPhrase {
  readonly verdict: ClauseVerdict
  /** Matches words in lower case between single spaces, the space before the first included. */
  readonly pattern: RegExp
  /** Words that take its meaning away, where one stands just before; none for what holds a denial itself. */
  readonly spoilers?: ReadonlySet<string>
  /** What has to stand somewhere before it. */
  readonly needs?: RegExp
}

const DENIALS: readonly string[] = [
  'not',
  'never',
  'no',
  'nothing',
  'neither',
  'nor',
  'hardly',
  'barely',
]

/** What is wished for, half done, or depends on something is not done. */
const NOT_YET: ReadonlySet<string> = new Set([
  ...DENIALS,
  ...['be', 'can', 'could', 'if', 'may', 'might', 'must', 'need', 'needs', 'once', 'should'],
  ...['unless', 'until', 'when', 'will', 'without', 'would'],
  ...['almost', 'half', 'nearly', 'partially', 'partly', 'yet'],
])

const DENIED: ReadonlySet<string> = new Set(DENIALS)

/** Phrases that tell what became of something, in English. */
export const phrases: readonly VerdictPhrase[] = [
  {
    verdict: 'done',
    pattern:
      / (?:completed|delivered|done(?! with)|finished|fixed|implemented|landed|merged(?! into| to| with)|resolved|shipped|solved|taken care of|in place)(?= )/gu,
    spoilers: NOT_YET,
  },
  {
    verdict: 'done',
    pattern:
      / (?:(?:check|cross|tick)(?:e[ds]|s|ed|ing)? off|(?:is|are) complete|now (?:supported|supports|works|exists)|works now|already (?:supported|exists|works)|we now (?:do|have)|we (?:now )?(?:support|use)|there since|works as of|works since)(?= )/gu,
    spoilers: NOT_YET,
  },
  {
    verdict: 'abandoned',
    pattern:
      / (?:abandon(?:s|ed|ing)?|cancel(?:s|l?ed|l?ing)?|yagni|no benefit|no plans to|giv(?:e|es|en|ing) up|gave up|discard(?:s|ed)?|dismiss(?:es|ed)?|infeasible|irrelevant|impossible|obsolete|outdated|pointless|reject(?:s|ed)?|scrap(?:s|ped)?|shelved?|unfeasible|unnecessary|unneeded|wontfix|out of scope|dead end|bad idea|decided against|never mind)(?= )/gu,
    spoilers: DENIED,
  },
  {
    verdict: 'abandoned',
    pattern:
      / (?:decided not|could not get|never going to|will never|will not do|does not make sense|do not (?:intend|need|plan|want)|can not be done|too (?:complex|complicated|expensive|hard|much work)|no longer (?:applicable|applies|apply|desired|interested|makes sense|necessary|need|needed|planned|relevant|required|useful|valid|wanted))(?= )/gu,
  },
  {
    verdict: 'abandoned',
    pattern:
      / not (?:really |actually |ever )?(?:(?:going to|will) )?(?:add|be |doing|do this|do that|do it|feasible|fix|happen|implement|interested|make sense|necessary|needed|planned|possible|pursue|pursuing|relevant|required|ship|support|useful|viable|wanted|work|worth)(?= )/gu,
    needs:
      / (?:is|are|was|were|will|do|does|am|s|re|it|item|this|that|i|we|probably|drop|dropped|remove|removed)$|^$/u,
  },
  {
    verdict: 'abandoned',
    pattern:
      / (?:ideas?|plans?|proposals?|thoughts?|wish(?:es)?)(?= $| (?:about|again|for|now|of|on|to) )/gu,
    spoilers: DENIED,
    needs: / (?:delet|dismiss|drop|remov|scrap)\w*(?: |$)/u,
  },
  {
    verdict: 'merged',
    pattern: / (?:issues?|jira|tickets?|tracker)(?= )/gu,
    spoilers: DENIED,
    needs: / (?:convert|file|filed|migrat|mov)\w* /u,
  },
  {
    verdict: 'merged',
    pattern:
      / (?:(?:folded|integrated|merged|moved|rolled) (?:into|to)|duplicates?(?: of)?|superseded by|(?:now )?tracked (?:as|at|by|in|on|under))(?= )/gu,
    spoilers: NOT_YET,
  },
]
