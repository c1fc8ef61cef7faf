import type { ReferenceLinks } from './create-reference-links.ts'
import type { Reference, ReferenceKind } from './reference.ts'

/**
 * Reads what a URL stands for: its path tells a request, an issue or a commit; anything else is
 * called by its last number, or by the end of its path where it has none.
 *
 * @param kind What it is where the path does not tell.
 */
export function readUrl(
  url: string,
  kind: ReferenceKind,
  links: Pick<ReferenceLinks, 'project'>,
): Reference {
  const hash = COMMIT.exec(url)?.groups?.hash
  if (hash !== undefined) return { kind: 'commit', text: hash.slice(0, 10), url }
  const { project = '', word = '', number } = NUMBERED.exec(url)?.groups ?? {}
  if (number === undefined) return { kind, text: nameOf(url), url }
  const sign = word === 'merge_requests' ? '!' : '#'
  const text = `${project === links.project ? '' : project}${sign}${number}`
  return { kind: word === 'issues' ? 'issue' : 'request', text, url }
}

function nameOf(url: string): string {
  const [address = ''] = url.split('#')
  // Behind the number of a change may stand that of a patch set.
  const number = GERRIT.exec(address)?.groups?.number ?? [...address.matchAll(NUMBER)].at(-1)?.[0]
  return number ?? address.split('/').findLast((part) => part !== '') ?? url
}

/** "https://forge.example/bakery/ovens/-/merge_requests/45" */
const NUMBERED =
  /^https?:\/\/[^/]+\/(?<project>[\w.-]+(?:\/[\w.-]+)+?)\/(?:-\/)?(?<word>issues|pull|pulls|pull-requests|merge_requests)\/(?<number>\d+)\/?(?:[?#].*)?$/iu
/** "https://forge.example/bakery/ovens/commit/54a4f0239f2e" */
const COMMIT = /^https?:\/\/[^?#]+\/commit\/(?<hash>[0-9a-f]{7,64})\/?(?:[?#].*)?$/iu
/** "https://cl.example/c/bakery/+/12607/3" */
const GERRIT = /\/\+\/(?<number>\d+)/u
const NUMBER = /\d+/gu
