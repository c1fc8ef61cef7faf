import { createBlobStore } from '../adapters/create-blob-store.ts'
import { createIndexTree } from '../adapters/create-index-tree.ts'
import { isPartialIndex } from '../adapters/is-partial-index.ts'
import { loadDifferences } from '../adapters/load-differences.ts'
import { loadIndex } from '../adapters/load-index.ts'
import { mergeTexts } from '../adapters/merge-texts.ts'
import { readBeside } from '../adapters/read-beside.ts'
import { readMerged } from '../adapters/read-merged.ts'
import { readMessageSettings } from '../adapters/read-message-settings.ts'
import { readStagedFiles } from '../adapters/read-staged-files.ts'
import { replaceInIndex } from '../adapters/replace-in-index.ts'
import type { IndexPorts } from '../workflows/ports.ts'

/** Opens the index of a repository: in a hook, the one that the commit is made from. */
export function openIndex(root: string, environment: NodeJS.ProcessEnv): IndexPorts {
  return {
    staged: () => readStagedFiles(root, environment),
    messageSettings: () => readMessageSettings(root, environment),
    tree: async () =>
      createIndexTree(await loadIndex(root, environment), createBlobStore(root, environment)),
    differences: (commit) => loadDifferences(root, commit, environment, 'index'),
    merged: readMerged(root, environment),
    isPartial: isPartialIndex(root, environment),
    replace: (changes) => replaceInIndex(root, changes, environment),
    readBeside: (path) => readBeside(root, path),
    merge: (versions) => mergeTexts(root, versions, environment),
  }
}
