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

  it.each([
    ['{ "version": 1, ', ' at 1:17: flow map must end with a }'],
    ['a: b: c', ' at 1:4: nested mappings are not allowed in compact mappings'],
    ['--- a\n--- b', ' at 2:1: source contains multiple documents'],
    ['a: *b', ': unresolved alias (the anchor must be set before the alias): b'],
  ])('should say where JSON or YAML ends to be any: %j', (text, words) => {
    expect(refusal(text)).toBe(`plan-invalid: \`plan.yaml\` is neither JSON nor YAML${words}\n`)
  })

  it('should take JSON as loosely as YAML does', () => {
    expect(parsePlan('{ version: 1, operations: [], }', 'plan.json').operations).toEqual([])
  })

  const target = 'expected the titles above the item and its own, as `{ "path": ["List", "Rake"] }`'
  const reference = 'docs/reference/plan.md shows what a plan holds'

  it.each([
    ['{"op":"dorp"}', '1: unknown operation `dorp`', 'did you mean `done` or `drop`?'],
    [
      '{"op":"drop","traget":{"path":["a"]}}',
      '1 (`drop`): unknown key `traget`',
      'did you mean `target`?',
    ],
    ['{"op":"drop"}', '1 (`drop`) needs `target`', target],
    ['{"op":"rename","target":{"path":["a"]}}', '1 (`rename`) needs `title`', reference],
    ['{"op":"drop","target":"a"}', '1 (`drop`): `target` is `a`', target],
    [
      '{"op":"drop","target":{"path":"a"}}',
      '1 (`drop`): `target.path` is `a`',
      'expected titles, the outermost first, as `["List", "Rake"]`',
    ],
    [
      '{"op":"drop","target":{"path":[]}}',
      '1 (`drop`): `target.path` is empty',
      'expected titles, the outermost first, as `["List", "Rake"]`',
    ],
    [
      '{"op":"drop","target":{"path":["a"],"kid":"label"}}',
      '1 (`drop`): unknown key `target.kid`',
      'did you mean `kind`?',
    ],
    [
      '{"op":"drop","target":{"path":["a"]},"title":"b"}',
      '1 (`drop`): unknown key `title`',
      'expected one of `op`, `target`, `keep`, `layout`, `reason`',
    ],
    [
      '{"op":"drop","target":{"path":["a"],"nth":0}}',
      '1 (`drop`): `target.nth` is `0`',
      'expected at least 1',
    ],
    [
      '{"op":"drop","target":{"path":["a"],"nth":"1"}}',
      '1 (`drop`): `target.nth` is `1`',
      'expected a number',
    ],
    [
      '{"op":"drop","target":{"path":["a"],"nth":1.5}}',
      '1 (`drop`): `target.nth` is `1.5`',
      'expected a whole number',
    ],
    [
      '{"op":"splice","start":-1,"end":0,"text":"","expect":""}',
      '1 (`splice`): `start` is `-1`',
      'expected at least 0',
    ],
    [
      '{"op":"add","text":"a","kind":"bulet"}',
      '1 (`add`): `kind` is `bulet`',
      'did you mean `bullet`?',
    ],
    [
      '{"op":"add","text":"a","layout":{"befor":1}}',
      '1 (`add`): unknown key `layout.befor`',
      'did you mean `before`?',
    ],
    [
      '{"op":"add","text":"a","layout":{"nth":1}}',
      '1 (`add`): unknown key `layout.nth`',
      'expected one of `verbatim`, `before`, `behind`, `block`',
    ],
    [
      '{"op":"drop","target":{"path":["a"]},"layout":{"before":1}}',
      '1 (`drop`): unknown key `layout.before`',
      'expected `left`',
    ],
    [
      '{"op":"add","text":"a","under":{"paht":["a"]}}',
      '1 (`add`): unknown key `under.paht`',
      'did you mean `path`?',
    ],
    [
      '{"op":"add","text":"a","layout":{"before":"1"}}',
      '1 (`add`): `layout.before` is `1`',
      'expected a number',
    ],
    [
      '{"op":"add","text":"a","layout":{"behind":-1}}',
      '1 (`add`): `layout.behind` is `-1`',
      'expected at least 0',
    ],
    [
      '{"op":"rename","target":{"path":["a"]},"title":"b","layout":{"verbatim":"yes"}}',
      '1 (`rename`): `layout.verbatim` is `yes`',
      'expected `true` or `false`',
    ],
    [
      '{"op":"edit","target":{"path":["a"]},"body":"b","layout":2}',
      '1 (`edit`): `layout` is `2`',
      'expected an object',
    ],
    [
      '{"op":"drop","target":{"path":["a"]},"keep":"all"}',
      '1 (`drop`): `keep` is `all`',
      'expected `children`',
    ],
    [
      '{"op":"splice","start":0,"end":0,"text":"","expect":"","bom":1}',
      '1 (`splice`): `bom` is `1`',
      'expected `true` or `false`',
    ],
    ['{"op":"add","text":{}}', '1 (`add`): `text` is an object', 'expected a text'],
    ['"drop"', '1: it is `drop`', 'expected an object'],
    [
      '{}',
      '1 needs `op`',
      'expected one of `add`, `archive`, `demote`, `done`, `drop`, `edit`, `move`, `promote`, `rename`, `reopen`, `splice`',
    ],
  ])('should say what is wrong with an operation: %s', (operation, message, help) => {
    expect(refusal(`{"version":1,"operations":[${operation}]}`)).toBe(
      `plan-invalid: \`plan.yaml\` is no plan: operation ${message}\n${help}`,
    )
  })

  it.each([
    ['- drop', 'it is a list', 'expected an object'],
    ['operations: []', 'it needs `version`', 'expected 1'],
    ['drop', 'it is `drop`', 'expected an object'],
    ['', 'it is `null`', 'expected an object'],
    ['version: 2\noperations: []', '`version` is `2`', 'expected 1'],
    ['{"version":1,"operation":[]}', 'unknown key `operation`', 'did you mean `operations`?'],
    [
      '{"version":1,"operations":[],"reslut":"a"}',
      'unknown key `reslut`',
      'did you mean `result`?',
    ],
    ['{"version":1,"operations":[],"result":7}', '`result` is `7`', 'expected a text'],
    [
      '{"version":1,"operations":{}}',
      '`operations` is an object',
      'expected a list, as `[{ "op": "drop", "target": { "path": ["List", "Rake"] } }]`',
    ],
    ['{"version":1,"operations":[],"file":["a"]}', '`file` is a list', 'expected a text'],
  ])('should refuse what is no plan at all: %j', (text, message, help) => {
    expect(refusal(text)).toBe(`plan-invalid: \`plan.yaml\` is no plan: ${message}\n${help}`)
  })

  it('should call a plan by no name of its own', () => {
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
