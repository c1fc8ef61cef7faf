import type { ItemKind } from '../document/document.ts'
import { CrossoffError } from '../errors.ts'
import type { Selector } from '../selectors/selector.ts'
import type { Arguments } from './arguments.ts'
import type { FlagDefinition } from './flag.ts'

/** The options that narrow a selector. */
export const selectorFlags: readonly FlagDefinition[] = [
  {
    name: 'in',
    value: 'TITLE',
    isRepeatable: true,
    summary: 'title above the item; more than once for a run of titles, outermost first',
  },
  { name: 'kind', value: 'KIND', summary: '`section`, `bullet` or `label`' },
  { name: 'nth', value: 'N', summary: 'the N-th of the items that match, in document order' },
  { name: 'line', value: 'N', summary: 'the item whose title begins on this line' },
  { name: 'expect', value: 'HASH', summary: 'refuse where the item does not have this hash' },
]

/** Reads a selector from its text and the options that narrow it. */
export function readSelector(given: Arguments, text: string): Selector {
  const segments = given.list('in')
  const kind = readKind(given.text('kind'))
  const nth = readCount(given, 'nth')
  const line = readCount(given, 'line')
  const expect = given.text('expect')
  if (text === '' && line === undefined) {
    throw new CrossoffError('usage', 'no item is named; expected its title, or `--line N`')
  }
  return {
    text,
    ...(segments.length > 0 && { in: segments }),
    ...(kind !== undefined && { kind }),
    ...(nth !== undefined && { nth }),
    ...(line !== undefined && { line }),
    ...(expect !== undefined && { expect }),
  }
}

/** Reads an option that is a number from 1 up. */
function readCount(given: Arguments, name: string): number | undefined {
  const text = given.text(name)
  if (text === undefined) return undefined
  if (/^[1-9]\d{0,14}$/u.test(text)) return Number(text)
  throw new CrossoffError('usage', `\`--${name}\` is \`${text}\`; expected a number from 1 up`)
}

function readKind(text: string | undefined): ItemKind | undefined {
  if (text === undefined || text === 'section' || text === 'bullet' || text === 'label') return text
  throw new CrossoffError(
    'usage',
    `\`--kind\` is \`${text}\`; expected \`section\`, \`bullet\` or \`label\``,
  )
}
