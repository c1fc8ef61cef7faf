import { groupBy } from '../group-by.ts'
import { checkFiles } from './check-files.ts'
import type { FileSet, MarkdownFile } from './markdown-file.ts'
import { openFor, openOnceFor } from './open-for.ts'
import { readOptions, type RemarkCrossoffOptions } from './read-options.ts'

/**
 * Reports what `crossoff check` finds as messages of the files that remark works on.
 *
 * An error is a fatal message, a warning is one that is not, and a hint is an info. The texts are those
 * that remark was given; what they link to is read from the disk.
 *
 * @param fileSet All files of a run, as unified-engine gives them: they are checked at once, at its end.
 */
export function remarkCrossoff(
  options?: Readonly<RemarkCrossoffOptions> | null,
  fileSet?: FileSet,
): (tree: { readonly type: string }, file: MarkdownFile) => Promise<void> {
  const { config = '' } = readOptions(options)
  if (fileSet !== undefined) {
    fileSet.use(checkSet)
    return (_tree, { data }) => {
      data[CONFIG] = config
      return Promise.resolve()
    }
  }
  const open = openOnceFor(config)
  return (_tree, file) => checkFiles([file], open)
}

/** What a file of a set is marked with: where its config is, empty for the nearest. */
const CONFIG = 'crossoffConfig'

async function checkSet(set: FileSet): Promise<void> {
  // Plugins add files that nobody asked for, whose messages are not shown.
  const asked = set.valueOf().filter(({ data }) => data.unifiedEngineGiven === true)
  for (const [config, files] of groupBy(asked, ({ data }) => data[CONFIG])) {
    if (typeof config === 'string') await checkFiles(files, openFor(config))
  }
}
