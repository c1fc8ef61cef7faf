import type { ReferenceLinks } from './create-reference-links.ts'
import type { Reference } from './reference.ts'

/**
 * Reads which requests a message names, in the forms in which forges write them.
 *
 * ```text
 * bake rye (#12)                                           GitHub and Gitea, squashed
 * Merge pull request #12 from ana/rye                      GitHub; Bitbucket has `in` for `from`
 * Merge pull request 'bake rye' (#12) from ana/rye         Gitea
 * Merged in rye (pull request #12)                         Bitbucket Cloud
 * Merged PR 12: bake rye                                   Azure DevOps
 * See merge request bakery/ovens!45                        GitLab, a line of the body
 * ```
 */
export function readRequests(subject: string, body: string, links: ReferenceLinks): Reference[] {
  const merged = MERGES.map((form) => form.exec(subject)?.groups?.number).filter(
    (number) => number !== undefined,
  )
  const seen = [...body.matchAll(GITLAB)]
  return [
    ...merged.map((number) => toRequest(links.requestSign, number, undefined, links)),
    ...readEnd(subject).map(({ sign, number }) => {
      // Where requests have a sign of their own, the other one is that of an issue.
      if (sign === '#' && links.requestSign === '!') return toIssue(number, links)
      return toRequest(sign, number, undefined, links)
    }),
    ...seen.map(({ groups }) => {
      const project = groups?.project === links.project ? undefined : groups?.project
      return toRequest('!', groups?.number ?? '', project, links)
    }),
  ]
}

/** Reads the numbers in parentheses that a subject ends with, in their order. */
function readEnd(subject: string): { readonly sign: string; readonly number: string }[] {
  const found: { readonly sign: string; readonly number: string }[] = []
  for (let rest = subject; ;) {
    const { 0: end, groups: { sign, number } = {} } = END.exec(rest) ?? {}
    if (end === undefined || sign === undefined || number === undefined) return found.reverse()
    found.push({ sign, number })
    rest = rest.slice(0, -end.length)
  }
}

function toRequest(
  sign: string,
  number: string,
  project: string | undefined,
  links: ReferenceLinks,
): Reference {
  const url = links.request(number, project)
  const text = `${project ?? ''}${sign}${number}`
  return { kind: 'request', text, ...(url === undefined ? {} : { url }) }
}

function toIssue(number: string, links: ReferenceLinks): Reference {
  const url = links.issue(number)
  return { kind: 'issue', text: `#${number}`, ...(url === undefined ? {} : { url }) }
}

const MERGES: readonly RegExp[] = [
  /^Merge pull request #(?<number>\d+) (?:from|in) /u,
  /^Merge pull request '.+' \([#!](?<number>\d+)\) from /u,
  /^Merged in \S+ \(pull request #(?<number>\d+)\)$/u,
  /^Merged PR (?<number>\d+): /u,
]
/** " (#12)" */
const END = / \((?<sign>[#!])(?<number>[1-9]\d{0,9})\)$/u
/** "See merge request bakery/ovens!45" */
const GITLAB = /^See merge request (?<project>[\w./-]+)?!(?<number>\d+)$/gmu
