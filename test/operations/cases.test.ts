import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CrossoffError } from '../../src/errors.ts'
import { loadEngine } from '../../src/markdown/load-engine.ts'
import { operations } from '../../src/operations/index.ts'
import { applyPlan } from '../../src/plans/apply-plan.ts'
import { parsePlan } from '../../src/plans/parse-plan.ts'
import type { Plan } from '../../src/plans/plan.ts'
import type { PlanResult } from '../../src/plans/plan-result.ts'
import { parseSourceText, renderSourceText } from '../../src/text/source-text.ts'

type Files = Readonly<Record<string, string>>

const root = join(import.meta.dirname, '..', 'cases', 'operations')
const names = readdirSync(root).sort()
const engine = await loadEngine('satteri')
const reference = await loadEngine('remark')

describe('cases of operations', () => {
  it.each(names)('should hold: %s', (name) => {
    const folder = join(root, name)
    const given = readFiles(join(folder, 'given'))
    const plan = parsePlan(readFileSync(join(folder, 'plan.yaml'), 'utf8'), 'plan.yaml')
    if (readdirSync(folder).includes('expect.error')) {
      const expected = readFileSync(join(folder, 'expect.error'), 'utf8')
      expect(failure(given, plan)).toBe(expected)
      return
    }
    const result = apply(given, plan)
    const after = write(given, result)
    expect(after).toEqual(readFiles(join(folder, 'expect')))
    expect(write(after, apply(after, result.inverse))).toEqual(withEmptied(given, result))
    expect(write(given, apply(given, plan))).toEqual(after)
  })

  it('should have at least eight cases of every operation', () => {
    const counts = Object.keys(operations).map((op) => ({
      op,
      isProven: names.filter((name) => name.startsWith(`${op}-`)).length >= 8,
    }))
    expect(counts.filter(({ isProven }) => !isProven)).toEqual([])
  })
})

function apply(files: Files, plan: Plan): PlanResult {
  return applyPlan(plan, {
    file: 'TODO.md',
    read: (file) => {
      const content = files[file]
      return content === undefined
        ? undefined
        : parseSourceText(Buffer.from(content, 'latin1'), file)
    },
    engine,
    reference,
  })
}

function write(files: Files, result: PlanResult): Files {
  const changed = result.files.map(({ file, after }) => [
    file,
    Buffer.from(renderSourceText(after)).toString('latin1'),
  ])
  return { ...files, ...(Object.fromEntries(changed) as Files) }
}

/** The inverse of a plan that makes a document leaves it empty. */
function withEmptied(files: Files, result: PlanResult): Files {
  const made = result.files.filter(({ before }) => before === undefined)
  return { ...files, ...Object.fromEntries(made.map(({ file }) => [file, ''])) }
}

function failure(files: Files, plan: Plan): string {
  try {
    apply(files, plan)
  } catch (error) {
    if (error instanceof CrossoffError) return `${error.code}\n${error.message}\n${error.help}\n`
    throw error
  }
  return 'no error\n'
}

/** Files by path; bytes as latin1, so that no byte is lost. */
function readFiles(folder: string): Files {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
  return Object.fromEntries(
    paths.sort().map((path) => [path, readFileSync(join(folder, path), 'latin1')]),
  )
}
