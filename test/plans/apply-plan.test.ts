import { describe, expect, it } from 'vitest'
import { CrossoffError } from '../../src/errors.ts'
import { loadEngine } from '../../src/markdown/load-engine.ts'
import type { MarkdownEngine } from '../../src/markdown/markdown-engine.ts'
import { walkItems } from '../../src/document/walk-items.ts'
import { applyPlan } from '../../src/plans/apply-plan.ts'
import type { Operation } from '../../src/plans/plan.ts'
import type { PlanResult } from '../../src/plans/plan-result.ts'
import { PlanWorkspace } from '../../src/plans/plan-workspace.ts'
import { referenceLimit, verifyDocument } from '../../src/plans/verify-document.ts'
import { parseDocument } from '../../src/document/parse-document.ts'
import { toSourceText } from '../../src/text/source-text.ts'

const engine = await loadEngine('satteri')
const reference = await loadEngine('remark')

type Files = Readonly<Record<string, string>>

function apply(files: Files, operations: readonly Operation[], other = reference): PlanResult {
  return applyPlan(
    { version: 1, operations: [...operations] },
    {
      file: 'TODO.md',
      read: (file) => {
        const text = files[file]
        return text === undefined ? undefined : toSourceText(text)
      },
      engine,
      reference: other,
    },
  )
}

function failure(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    if (error instanceof CrossoffError) return `${error.code}: ${error.message}\n${error.help}`
    throw error
  }
  return 'no error'
}

/** Reads every heading as one of another level, as an engine with a bug would. */
const strange: MarkdownEngine = {
  ...reference,
  parse: (text) => {
    const root = reference.parse(text)
    for (const block of root.children) if (block.type === 'heading') block.depth = 6
    return root
  },
}

/** Sees no text outside of items. */
const blind: MarkdownEngine = {
  ...reference,
  parse: (text) => {
    const root = reference.parse(text)
    return { ...root, children: root.children.filter(({ type }) => type !== 'paragraph') }
  },
}

describe('applyPlan', () => {
  const drop = (...path: string[]): Operation => ({ op: 'drop', target: { path } })

  it('should let each operation see what those before it have made', () => {
    const { files } = apply({ 'TODO.md': '# Garden\n\n- dig\n- sow\n' }, [
      { op: 'rename', target: { path: ['Garden'] }, title: 'Orchard' },
      { op: 'done', target: { path: ['Orchard', 'dig'] } },
      { op: 'add', text: 'reap', after: { path: ['Orchard', 'sow'] } },
    ])
    expect(files.map(({ after }) => after.text)).toEqual([
      '# Orchard\n\n- [x] dig\n- sow\n- reap\n',
    ])
  })

  it('should name the operation that fails, and change nothing', () => {
    expect(failure(() => apply({ 'TODO.md': '- dig\n' }, [drop('dig'), drop('dig')]))).toBe(
      'item-missing: operation 2 (`drop`): no item has the path `dig`\nlist the items with `crossoff list`',
    )
  })

  it('should leave out documents that end as they were', () => {
    const result = apply({ 'TODO.md': '- dig\n' }, [
      { op: 'rename', target: { path: ['dig'] }, title: 'sow' },
      { op: 'rename', target: { path: ['sow'] }, title: 'dig' },
    ])
    expect(result.files).toEqual([])
    expect(result.inverse).toEqual({ version: 1, operations: [] })
  })

  it('should give an inverse over several documents, each named', () => {
    const files = { 'TODO.md': '- dig\n- sow\n', 'later.md': '# Later\n' }
    const result = apply(files, [{ op: 'move', target: { path: ['sow'] }, to: 'later.md' }])
    expect(result.inverse.file).toBeUndefined()
    const after = Object.fromEntries(result.files.map(({ file, after: now }) => [file, now.text]))
    expect(after).toEqual({ 'TODO.md': '- dig\n', 'later.md': '# Later\n\n- sow\n' })
    const back = apply(after, result.inverse.operations)
    expect(Object.fromEntries(back.files.map(({ file, after: now }) => [file, now.text]))).toEqual(
      files,
    )
  })

  it('should read the file that the plan names', () => {
    const plan = { version: 1 as const, file: 'docs/TODO.md', operations: [drop('dig')] }
    const read = (file: string): ReturnType<typeof toSourceText> | undefined =>
      file === 'docs/TODO.md' ? toSourceText('- dig\n- sow\n') : undefined
    const options = { file: 'TODO.md', read, engine, reference }
    expect(applyPlan(plan, options).files.map(({ file }) => file)).toEqual(['docs/TODO.md'])
    expect(failure(() => applyPlan({ ...plan, file: 'x.md' }, options))).toBe(
      'file-missing: there is no document `x.md`\npaths in plans go from the root of the repository',
    )
  })

  it('should tell where each item stands afterwards', () => {
    const files = { 'TODO.md': '# A\n\n- dig\n- sow\n', 'later.md': '# Later\n' }
    const result = apply(files, [
      drop('A', 'dig'),
      { op: 'move', target: { path: ['A', 'sow'] }, to: 'later.md' },
    ])
    const homes = [...result.homes].map(([item, home]) => [item.title, home.origin, home.file])
    expect(homes).toEqual([
      ['A', 'TODO.md', 'TODO.md'],
      ['sow', 'TODO.md', 'later.md'],
      ['Later', 'later.md', 'later.md'],
    ])
  })

  it('should refuse a change that would change more than it should', () => {
    expect(
      failure(() => apply({ 'TODO.md': '- dig\n\n```\n' }, [{ op: 'add', text: '# Shed' }])),
    ).toBe(
      [
        'verification-failed: the change of `TODO.md` would change more than it should: `Shed` would be no item any more',
        'nothing was written; change the place by hand, or with `splice` in a plan',
      ].join('\n'),
    )
  })

  it('should refuse a result that the reference reads in another way', () => {
    const files = { 'TODO.md': '# A\n\nText.\n\n- dig\n- sow\n' }
    const parse = (text: string): ReturnType<MarkdownEngine['parse']> =>
      (text.includes('dig') ? reference : strange).parse(text)
    expect(failure(() => apply(files, [drop('A', 'dig')], { name: 'remark', parse }))).toMatch(
      /^verification-failed: `TODO.md` would be read in two ways \(satteri and remark\): .*\nnothing was written/u,
    )
  })

  it('should pass an error on that is no refusal', () => {
    const broken: MarkdownEngine = {
      ...reference,
      parse: () => {
        throw new Error('out of order')
      },
    }
    expect(() =>
      apply({ 'TODO.md': '- dig\n- sow\n' }, [drop('dig'), drop('sow')], broken),
    ).toThrow('out of order')
  })
})

describe('verifyDocument', () => {
  it('should ask the reference up to 256 KB, and not beyond', () => {
    const short = toSourceText('# A\n')
    const long = toSourceText(`# A\n${'x'.repeat(referenceLimit)}`)
    expect(verifyDocument('a.md', short, short, { engine, reference })).toBe('agreed')
    expect(verifyDocument('a.md', long, long, { engine, reference: strange })).toBe('not-asked')
    expect(verifyDocument('a.md', short, short, { engine, reference: engine })).toBe('not-asked')
  })

  it('should see a difference outside of all items', () => {
    expect(
      failure(() =>
        verifyDocument('a.md', undefined, toSourceText('Text.\n'), { engine, reference: blind }),
      ),
    ).toMatch(/: they disagree on text outside of all items\n/u)
  })

  it('should accept what the very text was told for', () => {
    const text = toSourceText('Text.\n')
    const engines = { engine, reference: blind, isTold: true }
    expect(verifyDocument('a.md', undefined, text, engines)).toBe('differs-as-told')
    expect(verifyDocument('a.md', undefined, text, { ...engines, reference })).toBe('agreed')
  })

  it('should accept what was read in two ways before, and not more of it', () => {
    const once = toSourceText('Text.\n')
    const twice = toSourceText('Text.\n\nText.\n')
    const engines = { engine, reference: blind }
    expect(verifyDocument('a.md', once, once, engines)).toBe('differs-as-before')
    expect(verifyDocument('a.md', twice, once, engines)).toBe('differs-as-before')
    expect(failure(() => verifyDocument('a.md', once, twice, engines))).toMatch(/two ways/u)
  })
})

describe('PlanWorkspace', () => {
  it('should take a change of a document that nobody read for a mistake', () => {
    const workspace = new PlanWorkspace('TODO.md', {
      read: () => toSourceText(''),
      parse: (source) => parseDocument(source, engine),
    })
    expect(() => {
      workspace.apply([{ file: 'TODO.md', edits: [] }])
    }).toThrow('`TODO.md` was changed without being read')
    expect(walkItems(workspace.document('TODO.md').items)).toEqual([])
  })

  it('should refuse a promise that leaves out text outside of items', () => {
    const workspace = new PlanWorkspace('TODO.md', {
      read: () => toSourceText('Before.\n\n# A\n'),
      parse: (source) => parseDocument(source, engine),
    })
    const document = workspace.document('TODO.md')
    const edits = [{ start: 0, end: 6, text: 'After' }]
    const promise = document.items.map((item) => ({
      kind: item.kind,
      level: 1,
      title: 'A',
      status: item.status,
      own: [],
      children: [],
    }))
    expect(
      failure(() => {
        workspace.apply([{ file: 'TODO.md', edits, promise }])
      }),
    ).toContain('text outside of all items would change its meaning')
  })
})
