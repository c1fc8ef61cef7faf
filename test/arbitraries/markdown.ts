import fc from 'fast-check'

/**
 * A realistic TODO document: sections with prose, labels, lists up to eight levels deep, code,
 * tables, definitions, frontmatter and footnotes, in any of the line ends that files have.
 */
export function todoDocument(): fc.Arbitrary<string> {
  return fc
    .record({
      frontmatter: fc.option(fc.constantFrom(...FRONTMATTER), { freq: 8, nil: '' }),
      blocks: fc.array(block(), { minLength: 1, maxLength: 8 }),
      definitions: fc.subarray([...DEFINITIONS]),
      eol: lineEnd(),
      end: fc.constantFrom('\n', '\n', '\n', '', '\n\n', '\n\n\n', '\n \n'),
    })
    .map(({ frontmatter, blocks, definitions, eol, end }) => {
      const tail = definitions.length === 0 ? [] : [definitions.join('\n')]
      return withLineEnds(`${frontmatter}${[...blocks, ...tail].join('\n\n')}${end}`, eol)
    })
}

/** Lines that parsers stumble over, in any order: few of these are documents anybody would write. */
export function lineSoup(): fc.Arbitrary<string> {
  return fc
    .record({
      lines: fc.array(
        fc.oneof(
          {
            weight: 6,
            arbitrary: fc.tuple(indent(), fc.constantFrom(...LINES)).map((parts) => parts.join('')),
          },
          { weight: 2, arbitrary: fc.constant('') },
          {
            weight: 2,
            arbitrary: fc.tuple(indent(), bulletMarker(), inline()).map((parts) => parts.join('')),
          },
          { weight: 2, arbitrary: inline() },
          {
            weight: 1,
            arbitrary: fc
              .tuple(indent(), fc.constantFrom(...LINES), fc.constantFrom(...LINES))
              .map((parts) => parts.join('')),
          },
        ),
        { minLength: 1, maxLength: 12 },
      ),
      eol: lineEnd(),
      end: fc.constantFrom('\n', ''),
    })
    .map(({ lines, eol, end }) => withLineEnds(lines.join('\n') + end, eol))
}

/** A text changed in a few places, as a fuzzer would: lines or characters put in, taken out, moved. */
export function mutated(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const change = fc.record({
    kind: fc.constantFrom(...CHANGES),
    at: fc.nat(10_000),
    to: fc.nat(10_000),
    line: fc.constantFrom(...LINES),
    character: fc.constantFrom(...CHARACTERS),
  })
  return fc
    .tuple(text, fc.array(change, { minLength: 1, maxLength: 4 }))
    .map(([given, changes]) => changes.reduce(applyChange, given).toWellFormed())
}

/** Any of the above. */
export function anyMarkdown(): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 3, arbitrary: todoDocument() },
    { weight: 2, arbitrary: lineSoup() },
    { weight: 2, arbitrary: mutated(todoDocument()) },
    { weight: 1, arbitrary: mutated(lineSoup()) },
  )
}

type LineEnd = readonly string[]

function lineEnd(): fc.Arbitrary<LineEnd> {
  return fc.oneof(
    { weight: 6, arbitrary: fc.constant(['\n']) },
    { weight: 2, arbitrary: fc.constant(['\r\n']) },
    { weight: 1, arbitrary: fc.constantFrom(['\r'], ['\n', '\r\n'], ['\r\n', '\r', '\n', '\n']) },
  )
}

function withLineEnds(text: string, eol: LineEnd): string {
  let line = 0
  return text.replaceAll('\n', () => eol[line++ % eol.length] ?? '\n')
}

interface Change {
  readonly kind: (typeof CHANGES)[number]
  readonly at: number
  readonly to: number
  readonly line: string
  readonly character: string
}

const CHANGES = [
  'add-line',
  'drop-line',
  'copy-line',
  'swap-lines',
  'indent-line',
  'add',
  'drop',
  'cut',
] as const

function applyChange(text: string, { kind, at, to, line, character }: Change): string {
  const place = at % (text.length + 1)
  if (kind === 'add') return text.slice(0, place) + character + text.slice(place)
  if (kind === 'drop') return text.slice(0, place) + text.slice(place + 1)
  if (kind === 'cut') return text.slice(0, place) + text.slice(place + (to % 20))
  const lines = text.split('\n')
  const from = at % lines.length
  const target = to % lines.length
  if (kind === 'add-line') lines.splice(from, 0, line)
  else if (kind === 'drop-line') lines.splice(from, 1)
  else if (kind === 'copy-line') lines.splice(target, 0, lines[from] ?? '')
  else if (kind === 'indent-line') lines[from] = `${' '.repeat(1 + (to % 5))}${lines[from] ?? ''}`
  else [lines[from], lines[target]] = [lines[target] ?? '', lines[from] ?? '']
  return lines.join('\n')
}

function indent(): fc.Arbitrary<string> {
  return fc.constantFrom(
    '',
    '',
    '',
    '',
    ' ',
    ' ',
    '  ',
    '   ',
    '    ',
    '      ',
    '\t',
    ' \t',
    '> ',
    '>',
    '  > ',
  )
}

function bulletMarker(): fc.Arbitrary<string> {
  return fc.constantFrom(
    '- ',
    '- ',
    ' - ',
    '* ',
    '+ ',
    '1. ',
    '2) ',
    '10. ',
    '-   ',
    '-\t',
    '- [ ] ',
    '- [x] ',
    ' - [X] ',
    '- [/] ',
    '- [-] ',
    '1. [ ] ',
  )
}

function block(): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 4, arbitrary: heading() },
    { weight: 4, arbitrary: list(8) },
    { weight: 3, arbitrary: paragraph() },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom(...LABELS), fc.constantFrom('\n', '\n\n'), list(3))
        .map((parts) => parts.join('')),
    },
    { weight: 2, arbitrary: fc.tuple(heading(), list(4)).map((parts) => parts.join('\n')) },
    { weight: 2, arbitrary: fc.constantFrom(...BLOCKS) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom('> ', '>', '> > '), fc.oneof(paragraph(), list(2)))
        .map(([mark, text]) => prefixed(text, mark, mark)),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom('[^1]: ', '[^note]: '), paragraph())
        .map(([mark, text]) => prefixed(text, mark, '    ')),
    },
  )
}

function heading(): fc.Arbitrary<string> {
  const title = fc.tuple(
    inline(),
    fc.constantFrom('', '', '', ' #', ' ###  ', ' {#builders}', ' {#a.b key=1}', ':', '\\#'),
  )
  return fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .tuple(fc.integer({ min: 1, max: 6 }), title)
        .map(([level, [text, end]]) => `${'#'.repeat(level)} ${text}${end}`),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(title, fc.constantFrom('===', '---', '-', '=====  '))
        .map(([[text], underline]) => `${text}\n${underline}`),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(paragraph(), fc.constantFrom('===', '---'))
        .map((lines) => lines.join('\n')),
    },
  )
}

function paragraph(): fc.Arbitrary<string> {
  return fc
    .array(
      fc
        .tuple(inline(), fc.constantFrom('.', '.', '', '  ', '\\', ':'))
        .map((parts) => parts.join('')),
      { minLength: 1, maxLength: 4 },
    )
    .map((lines) => lines.join('\n'))
}

function list(depth: number): fc.Arbitrary<string> {
  return fc
    .record({
      indent: fc.constantFrom('', '', '', ' ', ' ', '  '),
      marker: bulletMarker(),
      gap: fc.constantFrom('\n', '\n', '\n', '\n\n'),
      items: fc.array(bullet(depth), { minLength: 1, maxLength: 4 }),
    })
    .map(({ indent: before, marker, gap, items }) => {
      const first = before + marker
      const rest = ' '.repeat(before.length + marker.replace(BOX, '').length)
      return items.map((text) => prefixed(text, first, rest)).join(gap)
    })
}

/** "[ ] " */
const BOX = /\[.\] /u

function bullet(depth: number): fc.Arbitrary<string> {
  const plain = fc.oneof(
    { weight: 6, arbitrary: inline() },
    { weight: 2, arbitrary: paragraph() },
    { weight: 1, arbitrary: fc.constant('') },
  )
  if (depth <= 1) return plain
  return fc.oneof(
    { weight: 4, arbitrary: plain },
    {
      weight: 2,
      arbitrary: fc
        .tuple(
          plain,
          fc.constantFrom('\n', '\n\n'),
          fc.constant(null).chain(() => list(depth - 1)),
        )
        .map((parts) => parts.join('')),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(
          plain,
          fc.constantFrom('\n', '\n\n'),
          fc.oneof(fc.constantFrom(...BLOCKS), paragraph()),
        )
        .map((parts) => parts.join('')),
    },
    // A lazy continuation: the paragraph goes on without the item's indentation.
    {
      weight: 1,
      arbitrary: fc.tuple(inline(), inline()).map(([text, more]) => `${text}\n${LAZY}${more}`),
    },
  )
}

const LAZY = '\u0001'

function prefixed(text: string, first: string, rest: string): string {
  return text
    .split('\n')
    .map((line, index) => {
      if (index === 0) return first + line
      if (line.startsWith(LAZY)) return line.slice(1)
      return line === '' ? '' : rest + line
    })
    .join('\n')
}

function inline(): fc.Arbitrary<string> {
  return fc
    .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 5 })
    .map((pieces) => pieces.join(' '))
}

const PIECES = [
  'port the composer',
  'Evaluator',
  'bwrap',
  'once `builds` work',
  'Use the store. Then the rest.',
  'see e.g. the blog',
  'drop `a | b`',
  'a `` ` `` tick',
  '**Later**',
  '*soon*',
  '_under score_',
  '~~done~~',
  '~one~',
  '**bold _and_ thin**',
  'snake_case_name',
  '2 * 3 * 4',
  '[the blog](https://example.org/a#b "a title")',
  "[x](<./a b.md> 't')",
  '[y](./a(1).md)',
  '[img ![alt](pic.png)](https://example.org)',
  '![chart](chart.svg (shape))',
  '[full][blog]',
  '[collapsed][]',
  '[blog]',
  '![pic][blog]',
  '[missing][nowhere]',
  '[a `]` b](c.md)',
  '[a [b] c](d.md)',
  '[empty]()',
  '<https://example.org/auto?a=1&b=2>',
  '<mail@example.org>',
  'https://example.org/bare_path.',
  'www.example.org',
  'mail@example.org',
  '(https://example.org/x)',
  'http://example.org/a(b)c)',
  '<a href="https://example.org/?a=1&amp;b" id="x">html</a>',
  '<img src=pic.png>',
  '<!-- note -->',
  '<br/>',
  '<a name="anchor"></a>',
  '@flokli',
  '(@ana, @bo)',
  '(edef, tazjin)',
  '#builds',
  '#123',
  'due:2024-02-29',
  '2024-13-01',
  'cl/12607',
  'b/398',
  '//tvix/boot',
  '\\*literal\\*',
  '\\[not a link\\]',
  'a\\',
  '&amp;',
  '&copy;',
  '&#35;',
  '&#x1F600;',
  '&nosuch;',
  '🦀',
  'Größe',
  '日本語。',
  'e\u0301',
  '👩‍👩‍👧',
  'a\u00A0b',
  '"quoted." Next',
  'Why? Because!',
  '[^1]',
  '[^note]',
  '[^gone]',
  '$x$',
  '\u2028',
  'tab\there',
  'two  spaces',
  '[ ]',
  '[x]',
  '{#id}',
  '{{#include x.md}}',
  'a:b',
  '::',
  '|',
  ':',
  '-',
  '=',
] as const

const LABELS = [
  '**Later**',
  'Soon:',
  '**Next up:**',
  '**Next up**:',
  '__Maybe__',
  'Once builds work:',
  'one two three four five:',
  '~~Gone:~~',
  '`code`:',
  '[Linked](x.md):',
  '*Thin*:',
  '**a** b:',
] as const

const FRONTMATTER = [
  '---\ntitle: Plans\ntags: [a]\n---\n',
  '---\ntitle: Plans\n---\n\n',
  '+++\ntitle = "Plans"\n+++\n\n',
  '---\n---\n',
  '---\n- not: closed\n\n',
  '--- \na: b\n---\n',
] as const

const DEFINITIONS = [
  '[blog]: https://example.org/blog#part',
  '[Blog]: <second one.md> "other"',
  '[collapsed]: ./c.md\n  "title\n  over lines"',
  '[unused]: #anchor',
  '[^1]: A note.',
  '[^note]: Another\n    - with a list',
] as const

const BLOCKS = [
  '```rust\nfn main() {}\n```',
  '```\n\n# not a heading\n\n```',
  '~~~ {.a}\n- not a bullet\n~~~',
  '```\nopen fence',
  '    indented code',
  '\tindented by a tab',
  '| a | b |\n|---|:-:|\n| 1 | `x|y` |',
  '| a \\| b | c |\n| - | - |\n| @ana | [l](u.md) |',
  'a | b\n- | -\n1 | 2',
  '<div>\n\n- [ ] in a div\n\n</div>',
  '<div>\n<a href="x.md">x</a>\n</div>',
  '<!-- a comment\n\n- not an item\n-->',
  '<details>\n<summary>More</summary>\n\n- inside\n\n</details>',
  '<script>\n# no\n</script>',
  '<?php ?>',
  '<![CDATA[x]]>',
  '---',
  '***',
  '* * *',
  '___',
  '<a id="here"></a>',
  '> - quoted item\n> - [ ] another',
  '> # Quoted\n> text\nlazy',
  '> > nested\n> back',
  '[^1]: Text\n\n    - in a note',
  '$$\nx\n$$',
  ':::note\ntext\n:::',
  'Term\n: definition',
] as const

const LINES = [
  '# Title',
  '## Sub',
  '#',
  '##',
  '# #',
  '#### Deep ####',
  '#not',
  '####### seven',
  '===',
  '---',
  '--',
  '-',
  '- -',
  '- - -',
  '* * *',
  '***',
  '___',
  '+',
  '*',
  '1.',
  '1)',
  '2. two',
  '0. nought',
  '1234567890. ten',
  '-x',
  '- a',
  '-  a',
  '-     code',
  '-\ta',
  '-\t\ta',
  ' - a',
  '  - a',
  '   - a',
  '    - a',
  '* a',
  '+ a',
  '- [ ] a',
  '- [x] a',
  '- [X]',
  '- [ ]',
  '- [ ]  two',
  '- [ ]\ta',
  '[ ] a',
  '[x] b',
  '[ ]',
  '- > q',
  '> - q',
  '> ',
  '>',
  '> # q',
  '>> q',
  '> ```',
  '```',
  '``` js',
  '````',
  '~~~',
  '    code',
  '\tcode',
  '|a|b|',
  '|-|-|',
  '| a |',
  '-|-',
  'a|b',
  ':-',
  '|',
  '<div>',
  '</div>',
  '<!--',
  '-->',
  '<!-- c -->',
  '<a href="x">',
  '<a',
  '<pre>',
  '</pre>',
  '<?',
  '?>',
  '<br>',
  '<b>x</b>',
  '[a]: b',
  '[a]:',
  '[a]: <b> "t"',
  '"t"',
  '[a]: b "t',
  '[^1]: n',
  '[^1]:',
  '[^1]',
  '[a]',
  '[a][]',
  '[b][a]',
  '![a]',
  '[a](b',
  '[a](b)',
  '[a](b "c',
  'd")',
  '**b**',
  '**b',
  '*i',
  '`c',
  '`',
  '``',
  '~~s',
  '~~s~~',
  'text',
  'text  ',
  'text\\',
  'Word:',
  'www.a.org',
  'a@b.org',
  'http://a.org',
  '\\',
  '&amp;',
  '\0',
  'a\0b',
  '\u{1F980}',
  '\u00A0',
  '\f',
  '\v',
  '\u2028',
  '---\na: b\n---',
  '+++',
  '\\- a',
  '1\\. a',
  'a\\',
  '\t',
  ' ',
  '   ',
  '{#id}',
  '# T {#id}',
  '$$',
  ':::',
  '%%',
] as const

const CHARACTERS = [
  '\n',
  '\n',
  ' ',
  ' ',
  '\t',
  '-',
  '*',
  '_',
  '`',
  '#',
  '>',
  '[',
  ']',
  '(',
  ')',
  '<',
  '>',
  '!',
  '|',
  '\\',
  '&',
  ';',
  ':',
  '~',
  '=',
  '+',
  '1',
  '.',
  '"',
  "'",
  '\r',
  '\0',
  '\uFEFF',
  '@',
  '/',
  '^',
  '{',
  '}',
  '🦀',
  '\u00A0',
  'é',
  '\u200B',
  '\u0085',
] as const
