import type { Link } from '../document/link.ts'
import { foldTitle } from '../document/read-title.ts'
import { lineAt } from '../text/line-index.ts'
import type { Finding } from './finding.ts'
import type { Page, UndefinedReference } from './page.ts'

/** Checks definitions and references: undefined, unused and duplicate. */
export function checkDefinitions(page: Page): Finding[] {
  const definitions = page.links.filter(({ kind }) => kind === 'definition')
  return [
    ...page.undefinedReferences.map(toFinding),
    ...checkUse(page, definitions),
    ...checkDuplicates(page, definitions),
  ]
}

function toFinding({ label, span }: UndefinedReference): Finding {
  const folded = foldTitle(label)
  return {
    code: 'link/undefined-reference',
    span,
    message: `no definition answers \`[${folded}]\``,
    help: `add \`[${folded}]: \` and its target, or escape the brackets`,
  }
}

function checkUse(page: Page, definitions: readonly Link[]): Finding[] {
  if (page.isDefinitionList) return []
  const used = new Set(
    page.links.filter(({ kind }) => REFERENCES.has(kind)).map(({ label }) => label),
  )
  return definitions
    .filter(
      (definition) =>
        !used.has(definition.label) &&
        !isComment(definition) &&
        !page.labelsInCode.has(definition.label ?? ''),
    )
    .map(({ label, span }) => ({
      code: 'link/unused-definition',
      span,
      message: `nothing refers to \`[${readLabel(page, span.start, label)}]\``,
      help: 'remove the definition, or correct its label',
    }))
}

const REFERENCES = new Set(['reference', 'image-reference'])

/** `[//]: # (a remark)` is how Markdown writes what no reader shall see. */
function isComment({ label, url }: Link): boolean {
  return (
    url === '' ||
    url === '#' ||
    label === '//' ||
    label === '#' ||
    label?.startsWith('COMMENT') === true
  )
}

/** The label as it is written; normalised ones are in capitals. */
function readLabel(page: Page, start: number, label: string | undefined): string {
  return LABEL.exec(page.source.text.slice(start, start + 1002))?.[1] ?? label ?? ''
}

/** "[blog]:" */
const LABEL = /^\[((?:[^\]\\]|\\[^])*)\]:/u

function checkDuplicates(page: Page, definitions: readonly Link[]): Finding[] {
  const first = new Map<string, Link>()
  return definitions.flatMap((definition): Finding[] => {
    const { label = '', span, url } = definition
    const winner = first.get(label)
    if (winner === undefined) first.set(label, definition)
    if (winner === undefined || isComment(definition)) return []
    const written = readLabel(page, span.start, label)
    const line = lineAt(page.source.lines, winner.span.start)
    const message = `\`[${written}]\` is defined before, in line ${line}`
    const isSame = winner.url === url
    const help = isSame
      ? 'remove this definition'
      : `it leads to \`${winner.url}\`, as the first definition says`
    return [
      {
        code: 'link/duplicate-definition',
        span,
        message,
        help,
        ...(isSame ? { severity: 'hint' } : {}),
      },
    ]
  })
}
