import { groupBy } from '../group-by.ts'
import { compileGlob } from './match-files.ts'

/** Documents whose releases the same tags name. */
export interface TaggedDocuments {
  /** Form of the tags: `oven@{version}`; absent for the usual ones. */
  readonly form: string | undefined
  readonly files: readonly string[]
}

/**
 * Groups documents by the tags that are their releases; the first glob that fits counts.
 *
 * @param tags One form for all, or forms by globs of documents, as the config says.
 */
export async function groupByTags(
  documents: readonly string[],
  tags: string | Readonly<Record<string, string>> | undefined,
): Promise<TaggedDocuments[]> {
  if (typeof tags !== 'object') return [{ form: tags, files: documents }]
  const forms = await Promise.all(
    Object.entries(tags).map(async ([glob, form]) => ({ isMatch: await compileGlob(glob), form })),
  )
  const groups = groupBy(documents, (file) => forms.find(({ isMatch }) => isMatch(file))?.form)
  return [...groups].map(([form, files]) => ({ form, files }))
}
