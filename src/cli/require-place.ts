import { CrossoffError } from '../errors.ts'
import type { OperationValue } from './operation-values.ts'

/**
 * Throws `usage` where an operation takes an item elsewhere and no place was named.
 *
 * What is added without a place has a natural one, the end; what is moved without one does not.
 *
 * @param given The names of the values that were given.
 */
export function requirePlace(
  op: string,
  values: readonly OperationValue[],
  given: ReadonlySet<string>,
): void {
  const others = values.filter(({ name }) => name !== 'target')
  if (others.length === values.length || !others.some(({ flag }) => flag === 'SELECTOR')) return
  const places = others.filter(({ flag }) => flag === 'SELECTOR' || flag === 'FILE')
  if (places.some(({ name }) => given.has(name))) return
  const flags = places.map(({ name }) => `\`--${name}\``)
  throw new CrossoffError(
    'usage',
    `\`crossoff ${op}\` needs a place; expected ${flags.slice(0, -1).join(', ')} or ${flags.at(-1) ?? ''}`,
    { help: `see \`crossoff ${op} --help\`` },
  )
}
