import fc from 'fast-check'

/**
 * A changelog as people and their tools write them: headings of every form, groups as headings, labels or
 * none at all, one habit of markers, indents, blank lines and line ends, and links at the end.
 */
export function changelog(): fc.Arbitrary<string> {
  return fc
    .record({ style: style(), unreleased: fc.option(content()), releases: releases() })
    .map(({ style: chosen, unreleased, releases: told }) => render(chosen, unreleased, told))
}

/** What a release tells: bullets of types of changes, by their places in the list of types. */
type Content = readonly { readonly type: number; readonly bullets: readonly string[] }[]

interface Style {
  readonly header: string
  readonly pending: string
  readonly release: number
  readonly heading: 'hashes' | 'closed' | 'underlined'
  readonly level: number
  readonly group: 'heading' | 'bold' | 'bold colon' | 'colon' | 'emoji' | 'tool' | 'none'
  readonly marker: string
  readonly indent: string
  readonly between: string
  readonly gap: string
  readonly links: 'compare' | 'tags' | 'none'
  readonly eol: string
  readonly end: string
}

function style(): fc.Arbitrary<Style> {
  return fc.record({
    header: fc.constantFrom('# Changelog', '# Changelog', 'History\n=======', '# @bakery/oven', ''),
    pending: fc.constantFrom(
      '[Unreleased]',
      'Unreleased',
      'Unreleased changes',
      'Next',
      'Upcoming',
      'HEAD',
    ),
    release: fc.integer({ min: 0, max: RELEASES.length - 1 }),
    heading: fc.constantFrom('hashes', 'hashes', 'closed', 'underlined'),
    level: fc.constantFrom(2, 2, 2, 1, 3),
    group: fc.constantFrom(
      'heading',
      'heading',
      'bold',
      'bold colon',
      'colon',
      'emoji',
      'tool',
      'none',
    ),
    marker: fc.constantFrom('- ', '- ', '* ', '+ ', '-   '),
    indent: fc.constantFrom('', '', ' ', '  '),
    between: fc.constantFrom('\n', '\n', '\n\n'),
    gap: fc.constantFrom('\n\n', '\n\n', '\n'),
    links: fc.constantFrom('compare', 'tags', 'none'),
    eol: fc.constantFrom('\n', '\n', '\r\n'),
    end: fc.constantFrom('\n', '\n', '', '\n\n'),
  })
}

function releases(): fc.Arbitrary<readonly Content[]> {
  return fc.array(content(), { maxLength: 3 })
}

function content(): fc.Arbitrary<Content> {
  const bullets = fc.array(fc.constantFrom(...BULLETS), { minLength: 1, maxLength: 3 })
  return fc.uniqueArray(fc.record({ type: fc.integer({ min: 0, max: 5 }), bullets }), {
    maxLength: 3,
    selector: ({ type }) => type,
  })
}

function render(style: Style, unreleased: Content | null, told: readonly Content[]): string {
  const versions = told.map((_, index) => `1.${told.length - index}.0`)
  const sections = told.map((each, index) =>
    renderRelease(style, RELEASES[style.release]?.(versions[index] ?? '', index) ?? '', each),
  )
  const pending = unreleased === null ? [] : [renderRelease(style, style.pending, unreleased)]
  const prose = style.header === '' ? [] : [style.header, 'All that the oven learnt.\nAnd forgot.']
  const blocks = [...prose, ...pending, ...sections, renderLinks(style, versions)]
  const text = blocks.filter((block) => block !== '').join('\n\n')
  return text === '' ? '' : (text + style.end).replaceAll('\n', style.eol)
}

/** The forms of a release's title. */
const RELEASES: readonly ((version: string, index: number) => string)[] = [
  (version, index) => `[${version}] - ${dateOf(index)}`,
  (version, index) => `[${version}] - ${dateOf(index)}${index === 1 ? ' [YANKED]' : ''}`,
  (version, index) => `v${version} (${dateOf(index)})`,
  (version, index) => `${version} / ${dateOf(index)}`,
  (version, index) => `${version} — ${dateOf(index)}`,
  (version) => version,
  (version, index) => `Version ${version} (May ${index + 1}, 2024)`,
  (version, index) =>
    `[${version}](https://example.org/oven/compare/v0...v${version}) (${dateOf(index)})`,
  (_, index) => dateOf(index),
]

function dateOf(index: number): string {
  return `2024-0${String(9 - index)}-01`
}

function renderRelease(style: Style, title: string, told: Content): string {
  const groups = told.map(({ type, bullets }) => {
    const list = bullets.map((bullet) => renderBullet(style, bullet)).join(style.between)
    const label = renderGroup(style, type)
    return label === '' ? list : `${label}${style.gap}${list}`
  })
  const body = style.group === 'none' ? groups.join(style.between) : groups.join('\n\n')
  const head = renderHeading(style, style.level, title)
  return body === '' ? head : `${head}${style.gap}${body}`
}

function renderHeading({ heading }: Style, level: number, title: string): string {
  if (heading === 'underlined' && level < 3)
    return `${title}\n${(level === 1 ? '=' : '-').repeat(title.length)}`
  const marks = '#'.repeat(level)
  return heading === 'closed' ? `${marks} ${title} ${marks}` : `${marks} ${title}`
}

const TYPES = ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security']

const EMOJI = [
  '🚀 Features',
  '♻️ Changes',
  '🗑️ Deprecations',
  '🔥 Removals',
  '🐛 Bug fixes',
  '🔒 Security',
]

const TOOLS = ['Minor Changes', 'Patch Changes', 'Major Changes', 'Notes', 'Internal', 'Docs']

function renderGroup(style: Style, type: number): string {
  const title = TYPES[type] ?? ''
  const level = style.level + 1
  if (style.group === 'heading') return renderHeading(style, level, title)
  if (style.group === 'emoji') return renderHeading(style, level, EMOJI[type] ?? '')
  if (style.group === 'tool') return renderHeading(style, level, TOOLS[type] ?? '')
  if (style.group === 'bold') return `**${title}**`
  if (style.group === 'bold colon') return `**${title}:**`
  return style.group === 'colon' ? `${title}:` : ''
}

function renderBullet({ indent, marker }: Style, text: string): string {
  const inner = ' '.repeat(indent.length + marker.length)
  return `${indent}${marker}${text.replaceAll('\n', `\n${inner}`).replaceAll(`\n${inner}\n`, '\n\n')}`
}

function renderLinks({ links }: Style, versions: readonly string[]): string {
  if (links === 'none') return ''
  const url = 'https://example.org/oven'
  const newest = versions[0]
  const since = newest === undefined ? 'commits' : `compare/v${newest}...HEAD`
  const pending = [`[unreleased]: ${url}/${since}`]
  const out = versions.map((version, index) => {
    const before = versions[index + 1]
    return links === 'tags' || before === undefined
      ? `[${version}]: ${url}/releases/tag/v${version}`
      : `[${version}]: ${url}/compare/v${before}...v${version}`
  })
  return [...(links === 'compare' ? pending : []), ...out].join('\n')
}

const BULLETS = [
  'knead by hand',
  'proof the dough overnight, in a cold room that is neither damp nor dry, and\nbake it in the morning (#12)',
  'the crust is thinner\n\nTwo minutes less will do.',
  'sell by the slice\n- with butter\n- without',
  'weigh the flour ([#7](https://example.org/oven/pull/7))',
  '`--steam` takes minutes <!-- not seconds -->',
  '**breaking:** no more white bread',
]
