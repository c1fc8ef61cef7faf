import type { InferOutput } from 'valibot'
import type { Document } from '../document/document.ts'
import type { Position } from '../editing/position.ts'
import { CrossoffError } from '../errors.ts'
import { selectTarget } from '../selectors/select-target.ts'
import type { target } from './values.ts'

type Target = InferOutput<typeof target>

/** Where an item is to stand, as a plan says it. */
export interface PositionValues {
  readonly under?: Target
  readonly before?: Target
  readonly after?: Target
  readonly layout?: { readonly block?: number }
}

const RELATIONS = ['under', 'before', 'after'] as const

/** Finds the place that a plan names; without any, the end of the document's one title section. */
export function resolvePosition(document: Document, values: PositionValues): Position {
  const given = RELATIONS.flatMap((relation) => {
    const value = values[relation]
    return value === undefined ? [] : [{ relation, item: selectTarget(document, value) }]
  })
  const [first, second] = given
  if (second !== undefined) {
    throw new CrossoffError('usage', 'an item stands either `under`, `before` or `after` another', {
      help: 'give one of them',
    })
  }
  const block = values.layout?.block
  if (block !== undefined && first?.relation !== 'under') {
    throw new CrossoffError(
      'usage',
      '`block` counts the text of the item that another is put `under`',
      { help: 'give `under`, or leave `block` out' },
    )
  }
  if (first !== undefined) return block === undefined ? first : { ...first, block }
  const [only, other] = document.items
  return only?.kind === 'section' && other === undefined
    ? { relation: 'under', item: only }
    : { relation: 'end' }
}
