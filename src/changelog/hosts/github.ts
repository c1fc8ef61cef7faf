import type { HostDefinition } from './host-definition.ts'

/** GitHub, and GitHub Enterprise. */
export const github: HostDefinition = {
  summary: 'GitHub: `github.com`, hosts named `github.…`, and `….ghe.com`',
  source:
    'https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls',
  requestSign: '#',
  accepts: ({ host }) => HOST.test(host),
  commit: ({ origin, project }, hash) => `${origin}/${project}/commit/${hash}`,
  issue: ({ origin, project }, number) => `${origin}/${project}/issues/${number}`,
  request: ({ origin, project }, number) => `${origin}/${project}/pull/${number}`,
}

/** "github.com", "github.bakery.example", "bakery.ghe.com" */
const HOST = /^github\.|\.ghe\.com$/u
