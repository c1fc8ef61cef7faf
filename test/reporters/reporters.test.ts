import { describe, expect, it } from 'vitest'
import { escapeControls } from '../../src/reporters/escape-controls.ts'
import { renderReport } from '../../src/reporters/render-report.ts'
import { measureText } from '../../src/reporters/measure-text.ts'
import { type Palette, plainPalette } from '../../src/reporters/palette.ts'
import { renderFrame } from '../../src/reporters/render-frame.ts'
import type { Finding } from '../../src/reporters/check-report.ts'
import type {
  ChangeReport,
  DiffReport,
  ItemView,
  Report,
  RevisionView,
} from '../../src/reporters/report.ts'

/** A palette that shows its names, so that colours can be read in a snapshot. */
const named: Palette = {
  strong: (text) => `<b>${text}</b>`,
  faint: (text) => `<i>${text}</i>`,
  error: (text) => `<error>${text}</error>`,
  warning: (text) => `<warning>${text}</warning>`,
  hint: (text) => `<hint>${text}</hint>`,
  added: (text) => `<+>${text}</+>`,
  removed: (text) => `<->${text}</->`,
  name: (text) => `<name>${text}</name>`,
}

function finding(
  line: string,
  from: number,
  to: number,
  rest: Partial<Finding['diagnostic']> = {},
): Finding {
  return {
    line,
    diagnostic: {
      code: 'link/missing-file',
      severity: 'error',
      message: 'nothing stands at `b.md`',
      file: 'a.md',
      start: { line: 7, column: from + 1, offset: 0 },
      end: { line: 7, column: to + 1, offset: 0 },
      ...rest,
    },
  }
}

const frame = (found: Finding): string => renderFrame(found, plainPalette)

describe('renderFrame', () => {
  it('should put carets under the exact characters', () => {
    expect(frame(finding('see [b](b.md) there', 8, 12))).toBe(
      ['  7 | see [b](b.md) there', '    |         ^^^^', ''].join('\n'),
    )
  })

  it('should count columns of a terminal: tabs, wide and combining characters, emoji', () => {
    const line = '\t漢字 🎉 e\u0301 [b](漢.md)'
    const from = line.indexOf('漢.md')
    expect(frame(finding(line, from, from + 4))).toBe(
      [
        '  7 |     漢字 🎉 e\u0301 [b](漢.md)',
        `    | ${' '.repeat(4 + 4 + 1 + 2 + 1 + 1 + 1 + 4)}^^^^^`,
        '',
      ].join('\n'),
    )
  })

  it('should mark at least one column, and at most to the end of the line', () => {
    expect(frame(finding('text', 2, 2))).toBe('  7 | text\n    |   ^\n')
    expect(frame(finding('', 0, 0))).toBe('  7 | \n    | ^\n')
    const end = { line: 9, column: 3, offset: 0 }
    expect(frame(finding('text', 2, 2, { end }))).toBe('  7 | text\n    |   ^^\n')
    expect(frame(finding('text', 9, 12))).toBe('  7 | text\n    |     ^\n')
  })

  it('should cut a long line around the finding, and no character in two', () => {
    const line = `${'🎉'.repeat(200)}[b](b.md)${'🎉'.repeat(200)}`
    const from = line.indexOf('b.md')
    const [shown = '', carets = ''] = frame(finding(line, from, from + 4)).split('\n')
    expect(shown.isWellFormed()).toBe(true)
    expect(shown.length).toBeLessThan(180)
    const place = measureText(shown.slice(0, shown.indexOf('b.md')))
    expect(carets.indexOf('^')).toBe(place)
    const first = `[b](b.md)${' word'.repeat(100)}`
    expect(frame(finding(first, 4, 8)).split('\n')[0]).toMatch(/^ {2}7 \| \[b\]\(b\.md\) word.*…$/u)
  })

  it('should show a finding that is longer than a line may be', () => {
    const line = `[b](${'x'.repeat(500)})`
    const [shown = '', carets = ''] = frame(finding(line, 4, 504)).split('\n')
    expect(shown.endsWith('…')).toBe(true)
    expect(carets.length).toBeLessThan(200)
  })
})

describe('escapeControls', () => {
  it('should keep a document from commanding the terminal', () => {
    expect(escapeControls('a\u001b[31mb\r\nc\td\u202ee')).toBe('a\\u001b[31mb c\td\\u202ee')
  })
})

describe('measureText', () => {
  it.each([
    ['abc', 3],
    ['漢字', 4],
    ['🎉', 2],
    ['e\u0301', 1],
    ['é', 1],
    ['\u200b', 0],
  ])('should measure %j as %i', (text, width) => {
    expect(measureText(text)).toBe(width)
  })
})

const counts = {
  documents: 1,
  links: 3,
  checked: 1,
  notChecked: 1,
  unknown: 1,
  errors: 1,
  warnings: 2,
  hints: 0,
  ignored: 1,
}

const change: ChangeReport = {
  kind: 'change',
  outcome: 'written',
  files: [
    {
      file: 'TODO.md',
      added: 1,
      removed: 0,
      patch: '--- a/TODO.md\n+++ b/TODO.md\n@@ -1 +1 @@\n-a\n+b\n c\n',
    },
    { file: 'SAME.md', added: 0, removed: 0, patch: '' },
  ],
  plan: { version: 1 },
  inverse: { version: 1 },
  repairsLinks: true,
  brokenLinks: [finding('see [b](b.md)', 8, 12)],
  notes: ['drop: List › Rake'],
}

const notes = ['the clone is \u001b[31mshallow']

const sown: RevisionView = {
  commit: '0123456789abcdef0123456789abcdef01234567',
  date: '2024-02-29T12:00:00+00:00',
  author: 'Ada',
  subject: 'docs: sow',
}
const wild: RevisionView = {
  commit: 'fedcba9876543210fedcba9876543210fedcba98',
  date: '2023-12-31T23:30:00-05:00',
  author: '山\u001b[2J\u202e',
  subject: '\u001b]0;title\u0007\tdocs:\u009b dig',
}

function view(title: string, rest: Partial<ItemView>): ItemView {
  return {
    id: '0123456789ab',
    kind: 'bullet',
    level: 1,
    title,
    path: [title],
    status: 'none',
    owners: [],
    tags: [],
    dates: [],
    code: [],
    references: [],
    links: [],
    hash: '0123456789ab',
    start: { line: 1, column: 1, offset: 0 },
    end: { line: 1, column: 9, offset: 8 },
    children: [],
    ...rest,
  }
}

const traced: readonly ItemView[] = [
  view('Sow', {
    path: ['Beds', 'Sow'],
    history: { item: 'a', added: sown, changed: sown, uncommitted: false },
    children: [
      view('Dig', { history: { item: 'b', added: wild, changed: sown, uncommitted: true } }),
      view('Hoe', { history: { item: 'c', added: sown, changed: wild, uncommitted: false } }),
      view('Old', { history: { item: 'd', uncommitted: false } }),
      view('Late', { history: { item: 'e', changed: wild, uncommitted: false } }),
      view('New', { history: { uncommitted: true } }),
      view('Unasked', {}),
    ],
  }),
]

const long = `Dig ${'🌱'.repeat(60)}`
const difference: DiffReport = {
  kind: 'diff',
  old: 'HEAD:TODO.md',
  new: 'TODO.md',
  changes: [
    {
      change: 'renamed',
      kind: 'bullet',
      title: long,
      path: ['Beds', long],
      before: { title: 'Dig \u001b[31mbed' },
      after: { title: long },
    },
    {
      change: 'moved',
      kind: 'bullet',
      title: 'Sow',
      path: ['Beds', 'Sow'],
      before: { path: ['Shed', 'North', 'Sow'] },
      after: { path: ['Beds', 'Sow'] },
      implied: true,
    },
    {
      change: 'moved',
      kind: 'bullet',
      title: 'Hoe',
      path: ['Beds', 'Hoe'],
      before: { path: ['Beds', 'Hoe'] },
      after: { path: ['Beds', 'Hoe'] },
    },
    { change: 'added', kind: 'section', title: '', path: [''], from: ['Beds', ''] },
    { change: 'dropped', kind: 'label', title: 'Soon', path: ['Soon'], into: ['Beds', 'Later'] },
    { change: 'edited', kind: 'bullet', title: 'Rake', path: ['Rake'] },
    { change: 'checked', kind: 'bullet', title: 'Mow', path: ['Mow'] },
    { change: 'unchecked', kind: 'bullet', title: 'Mow', path: ['Mow'] },
  ],
  isSame: false,
}

const reports: readonly (readonly [string, Report])[] = [
  [
    'check',
    {
      kind: 'check',
      findings: [finding('see [b](b.md)', 8, 12, { help: 'did you mean `c.md`' })],
      counts,
    },
  ],
  [
    'a clean check',
    {
      kind: 'check',
      findings: [],
      counts: { ...counts, errors: 0, warnings: 0, ignored: 0, notChecked: 0, unknown: 0 },
    },
  ],
  ['a change', change],
  ['a planned change', { ...change, outcome: 'planned' }],
  ['a refused change', { ...change, outcome: 'refused' }],
  ['no change', { ...change, files: [], brokenLinks: [], notes: [] }],
  ['a document', { kind: 'document', file: 'TODO.md', text: '# List\r\n' }],
  [
    'anchors',
    {
      kind: 'anchors',
      file: 'TODO.md',
      slugs: 'github',
      anchors: [
        { anchor: 'list', title: 'List', line: 9 },
        { anchor: 'x', title: '', line: 10 },
      ],
    },
  ],
  [
    'items',
    {
      kind: 'items',
      file: 'TODO.md',
      items: [
        {
          id: '0',
          kind: 'bullet',
          level: 1,
          title: 'Dig @ada',
          path: ['List', 'Dig @ada'],
          status: 'other',
          owners: ['ada', 'ben'],
          tags: ['soil'],
          dates: [],
          code: [],
          references: [],
          links: [],
          hash: '0',
          start: { line: 3, column: 1, offset: 0 },
          end: { line: 3, column: 9, offset: 8 },
          children: [],
        },
      ],
      notes: [],
    },
  ],
  ['items with their history', { kind: 'items', file: 'TODO.md', items: traced, notes }],
  ['a blame', { kind: 'blame', file: 'TODO.md', items: traced, notes }],
  ['a blame of nothing', { kind: 'blame', file: 'TODO.md', items: [], notes: [] }],
  ['a difference', difference],
  [
    'a difference word by word, with its plan',
    {
      ...difference,
      words: [
        {
          change: 0,
          parts: [
            { text: 'Dig', kind: 'kept' },
            { text: ' bed', kind: 'removed' },
            { text: ' the\n\n\u001b[1m bed', kind: 'added' },
            { text: '\n- deep', kind: 'kept' },
          ],
        },
      ],
      plan: { version: 1, operations: [] },
      coverage: { operations: 0, splices: 0 },
      dependencies: [],
    },
  ],
  ['a difference of layout', { ...difference, changes: [] }],
  ['no difference', { ...difference, changes: [], isSame: true }],
  [
    'events',
    {
      kind: 'events',
      file: 'TODO.md',
      events: difference.changes.map((event, index) => ({
        ...event,
        item: '0123456789ab',
        ...(index < 4 ? sown : wild),
      })),
      notes,
    },
  ],
  ['no events', { kind: 'events', file: 'TODO.md', events: [], notes: [] }],
]

describe('text', () => {
  it.each(reports)('should render %s', async (_, report) => {
    expect(await renderReport(report, 'text', named)).toMatchSnapshot()
  })
})

describe('json', () => {
  it.each(reports)('should render %s', async (_, report) => {
    const text = await renderReport(report, 'json', named)
    expect(text.endsWith('}\n')).toBe(true)
    expect(text).not.toContain('undefined')
    expect(JSON.parse(text)).toMatchSnapshot()
  })
})
