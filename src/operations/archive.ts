import * as v from 'valibot'
import { ancestorsOf, findArchivePlace, titleSection } from '../editing/archive-place.ts'
import { insertItem } from '../editing/insert-item.ts'
import { wrapInsertion } from '../editing/mirror-item.ts'
import { moveItem, readInsertion } from '../editing/move-item.ts'
import { removeItem } from '../editing/remove-item.ts'
import { CrossoffError } from '../errors.ts'
import { selectTarget } from '../selectors/select-target.ts'
import { defineOperation } from './operation.ts'
import { reason, targetValue, textValue } from './values.ts'

/** The section that holds archived items where nothing else is said. */
const DEFAULT_SECTION = 'Archive'

/** Moves an item to an archive, below the titles that it stood below. */
export const archive = defineOperation({
  summary: 'Move an item to an archive, below the titles that it stood below',
  values: v.strictObject({
    op: v.literal('archive'),
    target: targetValue('Item to archive.'),
    section: v.exactOptional(
      textValue('Title of the section that holds the archive; `Archive` by default.', 'TITLE'),
    ),
    to: v.exactOptional(
      textValue(
        'Document that is the archive, by path from the repository root; made where it is missing.',
        'FILE',
      ),
    ),
    reason,
  }),
  plan(workspace, values) {
    const document = workspace.document(workspace.file)
    const item = selectTarget(document, values.target)
    const file = values.to ?? workspace.file
    const isSame = file === workspace.file
    const section = values.section ?? (isSame ? DEFAULT_SECTION : undefined)
    requireOutside(
      ancestorsOf(document, item).map(({ title }) => title),
      isSame ? section : undefined,
      item.title,
    )
    if (item === titleSection(document)) {
      throw new CrossoffError('operation-refused', `\`${item.title}\` is the whole document`, {
        help: 'archive the items below it one by one',
      })
    }
    const other = isSame ? document : workspace.document(file, 'create')
    const { position, titles } = findArchivePlace(document, item, {
      document: other,
      ...(section === undefined ? {} : { section }),
    })
    const habits = other.items.length === 0 ? document : other
    const insertion = wrapInsertion(habits, titles, readInsertion(document, item), workspace.parse)
    if (isSame) return [{ file, ...moveItem(document, item, position, workspace.parse, insertion) }]
    return [
      { file: workspace.file, ...removeItem(document, item, workspace.parse) },
      { file, ...insertItem(other, insertion, position, workspace.parse) },
    ]
  },
})

function requireOutside(
  ancestors: readonly string[],
  section: string | undefined,
  title: string,
): void {
  if (section === undefined || (!ancestors.includes(section) && title !== section)) return
  throw new CrossoffError(
    'operation-refused',
    `\`${title}\` is in the archive \`${section}\` already`,
    { help: 'name another archive with `section` or `to`, or drop it' },
  )
}
