import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { remarkEngine } from '../../src/markdown/remark-engine.ts'
import { satteriEngine } from '../../src/markdown/satteri-engine.ts'
import { caseFolders } from '../markdown/case-folders.ts'
import { diffProblems } from './diff-problems.ts'
import { diffTexts } from './diff-texts.ts'
import { renderChanges } from './render-changes.ts'

/** Writes what is found into the folders instead of comparing it; to be reviewed like code. */
const isUpdate = process.env.CROSSOFF_UPDATE_CASES === '1'

describe.each(caseFolders('diff-items'))('diff of $name', ({ path, read }) => {
  it.each([satteriEngine, remarkEngine])('should say with $name what happened', (engine) => {
    const diff = diffTexts(read('old.md'), read('new.md'), engine)
    const found = renderChanges(diff)
    if (isUpdate) writeFileSync(join(path, 'expect.txt'), found)
    expect(diffProblems(diff)).toEqual([])
    expect(found).toBe(readExpected(path))
  })

  it('should find no change in a revision that is compared with itself', () => {
    for (const text of [read('old.md'), read('new.md')])
      expect(renderChanges(diffTexts(text, text, satteriEngine))).toBe('no change\n')
  })
})

function readExpected(path: string): string {
  const file = join(path, 'expect.txt')
  return existsSync(file) ? readFileSync(file, 'utf8') : 'no expect.txt'
}
