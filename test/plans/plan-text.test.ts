import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CrossoffError } from '../../src/errors.ts'
import { checkPlan, parsePlan } from '../../src/plans/parse-plan.ts'
import type { Plan } from '../../src/plans/plan.ts'
import { isYaml, renderPlan, updatePlanText } from '../../src/plans/render-plan.ts'

const plan: Plan = {
  version: 1,
  file: 'TODO.md',
  operations: [
    { op: 'drop', target: { path: ['Garden', 'sow: beans'], nth: 2 }, reason: 'too late' },
    { op: 'splice', start: 0, end: 1, text: '# \n', expect: '-' },
  ],
}

/** The message and help with which a text is refused. */
function refusal(text: string): string {
  try {
    parsePlan(text, 'plan.yaml')
  } catch (error) {
    if (error instanceof CrossoffError) return `${error.code}: ${error.message}\n${error.help}`
    throw error
  }
  return 'no error'
}

describe('parsePlan', () => {
  it('should read what renderPlan writes, as JSON and as YAML', () => {
    expect(parsePlan(renderPlan(plan, 'plan.json'))).toEqual(plan)
    expect(parsePlan(renderPlan(plan, 'plan.yaml'), 'plan.yaml')).toEqual(plan)
    expect(parsePlan(renderPlan(plan, 'plan.json'), 'plan.yaml')).toEqual(plan)
  })

  it('should read any text that renderPlan writes, byte for byte', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }).map((text) => text.toWellFormed()),
      fc
        .array(fc.constantFrom('- a', '  ', '\r\n', '\n', '\t', '#', ': ', '\u0085', '"', '|'))
        .map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(texts, texts, (text, expected) => {
        const given: Plan = {
          version: 1,
          operations: [{ op: 'splice', start: 0, end: 0, text, expect: expected }],
        }
        expect(parsePlan(renderPlan(given, 'plan.yaml'), 'plan.yaml')).toEqual(given)
        expect(parsePlan(renderPlan(given, 'plan.json'), 'plan.json')).toEqual(given)
      }),
      { numRuns: 2_000 },
    )
  })

  it('should say where JSON or YAML ends to be any', () => {
    expect(refusal('{ "version": 1, ')).toMatch(
      /^plan-invalid: `plan.yaml` is neither JSON nor YAML: /u,
    )
    expect(refusal('version: 1\n  operations: [')).toMatch(
      /^plan-invalid: `plan.yaml` is neither JSON nor YAML: /u,
    )
  })

  it('should suggest the operation that was meant', () => {
    const text = 'version: 1\noperations:\n  - op: dorp\n    target: { path: [Garden] }\n'
    expect(refusal(text)).toMatch(
      /^plan-invalid: `plan.yaml` is no plan at `operations.0.op`: .*\ndid you mean `done` or `drop`\?$/u,
    )
  })

  it('should name the place of a value that is missing, unknown or of another kind', () => {
    const place = (operation: string): string | undefined =>
      refusal(`{"version":1,"operations":[${operation}]}`).split('`')[3]
    expect(place('{"op":"drop"}')).toBe('operations.0.target')
    expect(place('{"op":"drop","target":{"path":[]}}')).toBe('operations.0.target.path')
    expect(place('{"op":"drop","target":{"path":["a"]},"title":"b"}')).toBe('operations.0.title')
    expect(place('{"op":"rename","target":{"path":["a"]},"title":3}')).toBe('operations.0.title')
    expect(place('{"op":"drop","target":{"path":["a"],"nth":0}}')).toBe('operations.0.target.nth')
    expect(place('{"op":"splice","start":-1,"end":0,"text":"","expect":""}')).toBe(
      'operations.0.start',
    )
  })

  it('should refuse what is no plan at all', () => {
    expect(refusal('- drop')).toMatch(/^plan-invalid: `plan.yaml` is no plan at `version`: /u)
    expect(refusal('drop')).toMatch(/^plan-invalid: `plan.yaml` is no plan: /u)
    expect(refusal('version: 2\noperations: []')).toContain('at `version`')
    expect(refusal('{"version":1,"operation":[]}')).toContain('is no plan at `operation')
    expect(() => checkPlan(undefined)).toThrow('`plan` is no plan')
  })
})

describe('renderPlan', () => {
  it('should write JSON, or YAML where the name says so', () => {
    expect(renderPlan({ version: 1, operations: [] }, 'plan.json')).toBe(
      '{\n  "version": 1,\n  "operations": []\n}\n',
    )
    expect(['a.yaml', 'a.YML', 'a.json', 'yaml'].map(isYaml)).toEqual([true, true, false, false])
    expect(renderPlan(plan, 'plan.yml')).toBe(`version: 1
file: TODO.md
operations:
  - op: drop
    target:
      path:
        - Garden
        - "sow: beans"
      nth: 2
    reason: too late
  - op: splice
    start: 0
    end: 1
    text: "#\\ \\n"
    expect: "-"
`)
  })
})

describe('updatePlanText', () => {
  const text = `# Spring
version: 1
operations:
  # the beans froze
  - op: drop
    target: { path: [ Garden, beans ] } # both rows
  - op: done
    target: { path: [ Garden, dig ] }
`

  it('should keep comments and the order of keys', () => {
    const old = parsePlan(text)
    const [drop, done] = old.operations
    if (drop?.op !== 'drop' || done?.op !== 'done') throw new Error('the fixture has changed')
    const updated = updatePlanText(text, {
      ...old,
      file: 'TODO.md',
      operations: [
        { ...drop, reason: 'frost' },
        { op: 'drop', target: done.target },
      ],
    })
    expect(updated).toBe(`# Spring
version: 1
operations:
  # the beans froze
  - op: drop
    target: { path: [ Garden, beans ] } # both rows
    reason: frost
  - op: drop
    target: { path: [ Garden, dig ] }
file: TODO.md
`)
  })

  it('should leave a text alone that says the same already', () => {
    const laidOut = text.replaceAll('[ ', '[').replaceAll(' ]', ']')
    expect(updatePlanText(laidOut, parsePlan(laidOut))).toBe(laidOut)
  })

  it('should take off and add operations and keys', () => {
    const shorter: Plan = { version: 1, operations: parsePlan(text).operations.slice(0, 1) }
    expect(parsePlan(updatePlanText(text, shorter))).toEqual(shorter)
    expect(parsePlan(updatePlanText(text, plan))).toEqual(plan)
    expect(parsePlan(updatePlanText(updatePlanText(text, plan), shorter))).toEqual(shorter)
  })
})
