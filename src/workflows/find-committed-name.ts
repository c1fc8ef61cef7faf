import type { HistorySource } from '../history/history-source.ts'

/** Finds what a file of the work tree is called in the commit that is checked out; `undefined` where it is new. */
export async function findCommittedName(
  path: string,
  source: HistorySource,
): Promise<string | undefined> {
  const differences = await source.differences(await source.resolve('HEAD'))
  const difference = differences.find((each) => each.path === path)
  return difference === undefined ? path : difference.before?.path
}
