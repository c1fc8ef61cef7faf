import type { ChangelogPlan } from '../changelog/file/plan-changelog.ts'
import type { ChangelogReport } from '../changelog/file/judge-entries.ts'

type Reported = Pick<ChangelogPlan, 'reported'>

/** Says what only a person can mend, a sentence each. */
export function describeReports({ reported }: Reported, name: (key: string) => string): string[] {
  return reported.flatMap(({ finding, key, release }) => {
    if (finding === 'missing')
      return `${release} does not tell of “${name(key)}”; released sections are not touched`
    return finding === 'undone' ? `${release} tells of “${name(key)}”, which came back` : []
  })
}

/** Says how many entries are left out, for each of these reasons. */
export function countReports(
  { reported }: Reported,
  findings: readonly (keyof typeof reasons)[],
  file: string,
): string[] {
  return findings.flatMap((finding) => {
    const { length } = reported.filter((report) => report.finding === finding)
    if (length === 0) return []
    return `${length === 1 ? '1 entry is' : `${length} entries are`} ${reasons[finding](file)}`
  })
}

const reasons = {
  older: (file: string) => `of older releases, which \`${file}\` does not have`,
  unmarked: (file: string) => `not found in releases of \`${file}\` that crossoff did not write`,
} satisfies Partial<Record<ChangelogReport['finding'], (file: string) => string>>
