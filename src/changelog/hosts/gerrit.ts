import type { Remote } from '../commits/remote.ts'
import type { HostDefinition } from './host-definition.ts'

/** Gerrit, whose pages find a change by its number, its Change-Id and its commit. */
export const gerrit: HostDefinition = {
  summary:
    'Gerrit: SSH at port 29418, `….googlesource.com`, and hosts with `gerrit` or `review` in their name',
  source: 'https://gerrit-review.googlesource.com/Documentation/user-search.html',
  requestSign: '#',
  accepts: ({ host, sshPort }) => sshPort === SSH_PORT || HOST.test(host),
  commit: (remote, hash) => `${originOf(remote)}/q/commit:${hash}`,
  request: (remote, number) => `${originOf(remote)}/c/${projectOf(remote)}/+/${number}`,
  change: (remote, changeId) => `${originOf(remote)}/q/${changeId}`,
}

/** Google's repositories are reviewed at a host beside the one that they are cloned from. */
function originOf({ origin }: Remote): string {
  return origin.replace(GOOGLE, '-review.googlesource.com')
}

/** Who has to say a password clones from below `a/`. */
function projectOf({ project }: Remote): string {
  return project.replace(AUTHENTICATED, '')
}

/** Where Gerrit listens, unless it was told otherwise. */
const SSH_PORT = '29418'
/** "bakery.googlesource.com", "gerrit.bakery.example", "review.bakery.example" */
const HOST = /\.googlesource\.com$|(?:^|[.-])(?:gerrit|review)(?:$|[.-])/u
const GOOGLE = /(?<!-review)\.googlesource\.com$/u
const AUTHENTICATED = /^a\//u
