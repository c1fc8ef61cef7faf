import type { Baseline } from './baseline.ts'

/**
 * Renders a baseline: one finding a line, sorted by code unit.
 *
 * The version comes last, so that every line ends alike, and two that were added side by side can be
 * merged by keeping both.
 */
export function renderBaseline(baseline: Baseline): string {
  const lines = [...baseline]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, count]) => `  ${JSON.stringify(name)}: ${count},\n`)
  return `{\n${lines.join('')}  "version": 1\n}\n`
}
