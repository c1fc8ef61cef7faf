import type { HostDefinition } from './host-definition.ts'

/** GitLab, with projects in groups of any depth. */
export const gitlab: HostDefinition = {
  summary: 'GitLab: `gitlab.com`, and hosts with `gitlab` in their name',
  source: 'https://docs.gitlab.com/user/markdown/#gitlab-specific-references',
  requestSign: '!',
  accepts: ({ host }) => HOST.test(host),
  commit: ({ origin, project }, hash) => `${origin}/${project}/-/commit/${hash}`,
  issue: ({ origin, project }, number) => `${origin}/${project}/-/issues/${number}`,
  request: ({ origin, project }, number) => `${origin}/${project}/-/merge_requests/${number}`,
}

/** "gitlab.com", "gitlab.bakery.example", "git-lab.gitlab-bakery.example" */
const HOST = /(?:^|[.-])gitlab(?:$|[.-])/u
