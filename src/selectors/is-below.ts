import { foldText } from './fold-text.ts'

/** Whether a contiguous run of ancestors has these titles. */
export function isBelow(path: readonly string[], segments: readonly string[]): boolean {
  const titles = path.map(foldText)
  const wanted = segments.map(foldText)
  return titles.some((_, start) =>
    wanted.every((segment, index) => titles[start + index] === segment),
  )
}
