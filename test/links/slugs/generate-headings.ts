import fc from 'fast-check'

const words = fc.constantFrom(
  ...[
    'Bread',
    'rye',
    'oven',
    'Crème brûlée',
    'Straße',
    '酵母',
    'Тесто',
    'ÇA',
    'İ',
    'C++',
    'a.b',
    'v1.2',
  ],
  ...[
    'snake_case',
    'kebab-case',
    '2nd',
    '500',
    "baker's",
    '“soft”',
    'salt & water',
    '50%',
    '(warm)',
  ],
  ...[
    '-',
    '--',
    '–',
    '—',
    '…',
    '/',
    'a/b',
    '!',
    '?',
    '@home',
    '#1',
    '$5',
    '™',
    '½',
    '①',
    '♥',
    '🥖',
    '+',
    '=',
  ],
  ...[
    '10:30',
    'see: this',
    'proof:',
    '::',
    'rise;',
    '"x"',
    '~',
    'e\u0301',
    'ﬁ',
    'Ω',
    'ǆ',
    '\u00a0',
    'Section 1',
  ],
)

const inlines = fc.oneof(
  { weight: 8, arbitrary: words },
  ...[
    words.map((word) => `*${word}*`),
    words.map((word) => `**${word}**`),
    words.map((word) => `\`${word}\``),
    words.map((word) => `[${word}](https://bakery.example)`),
    words.map((word) => `![${word}](https://bakery.example/loaf.png)`),
    words.map((word) => `<b>${word}</b>`),
    fc.constantFrom('\\*', '\\_', '\\#', '&amp;', '&nbsp;', '&copy;', '\\&', '<br />'),
  ].map((arbitrary) => ({ weight: 1, arbitrary })),
)

const titles = fc.array(inlines, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(' '))

/** Headings as a baker would write them, and worse; a part of them has what `endings` gives at its end. */
export function generateDocuments(
  runs: number,
  seed: number,
  endings: fc.Arbitrary<string>,
): string[] {
  const ending = fc.oneof(
    { weight: 6, arbitrary: fc.constant('') },
    { weight: 1, arbitrary: endings },
  )
  const heading = fc
    .tuple(fc.integer({ min: 1, max: 6 }), titles, ending)
    .map(([level, title, end]) => `${'#'.repeat(level)} ${title}${end}`)
  // A short list of titles comes again and again, for ids that are taken.
  const again = fc.constantFrom(
    '## Bread',
    '## bread',
    '## Bread 1',
    '## Bread-1',
    '## !',
    '## 酵母',
  )
  const lines = fc.oneof({ weight: 4, arbitrary: heading }, { weight: 1, arbitrary: again })
  const document = fc.array(lines, { minLength: 10, maxLength: 10 })
  return fc.sample(document, { numRuns: Math.ceil(runs / 10), seed }).map((all) => all.join('\n\n'))
}
