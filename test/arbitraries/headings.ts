import fc from 'fast-check'

/** Words of many scripts, signs and numbers; few enough for headings to come twice. */
const words = [
  ...['Bread', 'rolls', 'PIE', 'a-b', 'a_b', 'x', '12', '3.', '1.2.3', '½', 'x²', 'Ⅷ', 'v2'],
  ...['Ürümqi', 'naïve', 'ΟΔΟΣ', 'Σ', 'İzmir', 'ﬁsh', 'Привет', 'שלום', 'مرحبا', 'क्षि', 'ไทย'],
  ...[
    '中文',
    'にほんご',
    '한국어',
    '🐙',
    '😄',
    'e\u0301',
    'a\u00A0b',
    '£5',
    '€',
    'C++',
    'C#',
    'Q&A',
    '@',
  ],
  ...[
    '?',
    '!',
    'why?',
    '(two)',
    '"q"',
    "it's",
    '-',
    '--',
    '---',
    '-----',
    '…',
    '...',
    '....',
    '–',
    ',',
  ],
  ...['a/b', 'a:b', ';', '%', '=', '+', '«', '»', '。', '：', '‿', '/', '100%'],
  ...['&amp;', '&copy;', '&#233;', '\\*', '\\#', '\\_', '\\`', '\\.'],
]

const word = fc.constantFrom(...words)
const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map((each) => each.join(' '))
const plain = fc.constantFrom('Bread', 'two rolls', 'pie 3', 'Ürümqi', 'Why')

const piece = fc.oneof(
  { weight: 8, arbitrary: word },
  plain.map((text) => `*${text}*`),
  plain.map((text) => `**${text}**`),
  phrase.filter((text) => !text.includes('`')).map((text) => `\`${text}\``),
  plain.map((text) => `[${text}](shop.md)`),
  plain.map((text) => `![${text}](shop.png)`),
  plain.map((text) => `<b>${text}</b>`),
)

const id = fc.constantFrom('', '', '', '', ' {#pie}', ' {#rolls-1}', ' {#bread}')

/** Headings that every dialect reads as such, each of one line, with ids at the end of some. */
export const heading: fc.Arbitrary<string> = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.array(piece, { minLength: 1, maxLength: 5 }), id)
  .map(([level, pieces, end]) => `${'#'.repeat(level)} ${pieces.join(' ')}${end}`)
