import type { IndexPorts } from '../../src/workflows/ports.ts'

/** Makes an index of which nothing may be asked but what is given. */
export function createFakeIndex(given: Partial<IndexPorts>): IndexPorts {
  const refuse = () => Promise.reject(new Error('asked'))
  return {
    staged: refuse,
    messageSettings: refuse,
    tree: refuse,
    differences: refuse,
    merged: [],
    isPartial: false,
    replace: refuse,
    readBeside: () => undefined,
    merge: refuse,
    ...given,
  }
}
