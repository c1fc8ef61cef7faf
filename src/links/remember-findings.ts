import type { Finding } from './finding.ts'
import type { PageReading } from './link-context.ts'
import type { Page } from './page.ts'

/**
 * Makes a function that tells whether a finding was there before: each, once for each that was.
 *
 * @param past The document before; absent where there was none.
 * @param find Finds what was wrong with it; asked only where something is wrong now.
 */
export function rememberFindings(
  past: PageReading | undefined,
  find: (page: Page) => readonly Finding[],
): (finding: Finding, page: Page) => boolean {
  if (past?.kind !== 'page') return () => false
  let names: string[] | undefined
  return (finding, page) => {
    names ??= find(past.page).map((each) => nameFinding(each, past.page))
    const place = names.indexOf(nameFinding(finding, page))
    if (place !== -1) names.splice(place, 1)
    return place !== -1
  }
}

function nameFinding({ code, span }: Finding, { source }: Page): string {
  return `${code} ${source.text.slice(span.start, span.end)}`
}
