import type { HostDefinition } from './host-definition.ts'

/** Gitea, and Forgejo, which has its paths. */
export const gitea: HostDefinition = {
  summary: 'Gitea and Forgejo: `codeberg.org`, and hosts with `gitea` or `forgejo` in their name',
  source: 'https://docs.gitea.com/usage/issues-prs/linked-references',
  requestSign: '#',
  accepts: ({ host }) => HOST.test(host),
  commit: ({ origin, project }, hash) => `${origin}/${project}/commit/${hash}`,
  issue: ({ origin, project }, number) => `${origin}/${project}/issues/${number}`,
  request: ({ origin, project }, number) => `${origin}/${project}/pulls/${number}`,
}

/** "codeberg.org", "gitea.bakery.example" */
const HOST = /^codeberg\.org$|(?:^|[.-])(?:gitea|forgejo)(?:$|[.-])/u
