import type { HostDefinition } from './host-definition.ts'

/** cgit, which shows commits, and knows of nothing else. */
export const cgit: HostDefinition = {
  summary: 'cgit: `git.kernel.org`, and hosts or paths with `cgit` in their name',
  source: 'https://git.zx2c4.com/cgit/tree/ui-shared.c',
  requestSign: '#',
  accepts: ({ host, directory }) => HOST.test(host) || directory.startsWith('cgit/'),
  // A repository is listed under the name that it is cloned by, mostly with `.git`.
  commit: ({ origin, directory }, hash) => `${origin}/${directory}/commit/?id=${hash}`,
}

/** "git.kernel.org", "cgit.bakery.example" */
const HOST = /^git\.kernel\.org$|^cgit\./u
