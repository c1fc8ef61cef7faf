import { createRequire } from 'node:module'
import { slugify } from '@mdit-vue/shared'
import fc from 'fast-check'
import MarkdownIt, { type PluginSimple } from 'markdown-it'
import anchorPlugin from 'markdown-it-anchor'
import { expect, it } from 'vitest'
import { parseDocument } from '../../../src/document/parse-document.ts'
import { readAnchors } from '../../../src/links/read-anchors.ts'
import { slugs } from '../../../src/links/slugs/index.ts'
import { loadEngine } from '../../../src/markdown/load-engine.ts'
import { generateDocuments } from './generate-headings.ts'

const runs = Number(process.env.CROSSOFF_ORACLE_HEADINGS ?? 300)
const seed = Number(process.env.CROSSOFF_SEED ?? 20_240_229)

const require = createRequire(import.meta.url)
const attributesPlugin = require('markdown-it-attrs') as PluginSimple
const { full: emojiPlugin } = require('markdown-it-emoji') as { full: PluginSimple }

// Put together as VitePress does it, which leaves character references as they are written:
// https://github.com/vuejs/vitepress/blob/v1.6.4/src/node/markdown/markdown.ts
const renderer = new MarkdownIt({ html: true, linkify: true })
  .use(attributesPlugin)
  .use(emojiPlugin)
  .use(anchorPlugin, { slugify })
renderer.core.ruler.at('text_join', ({ tokens }) => {
  for (const { children } of tokens) {
    if (children === null) continue
    const isText = (at: number): boolean => children[at]?.type.startsWith('text') === true
    children.forEach((token, at) => {
      const isPart = isText(at) && (isText(at - 1) || isText(at + 1))
      if (isPart && token.info === 'entity') token.content = token.markup
      if (isPart && token.info === 'escape' && token.content === '&') token.content = '&amp;'
    })
    for (const token of children) if (token.type === 'text_special') token.type = 'text'
  }
})

it('should give the anchors that VitePress gives', async () => {
  const endings = fc.constantFrom(
    ...['{.dark}', ' {.dark}', ' {dark}', ' {dark} rye', ' *rye*{.dark}', ' `rye`{.dark} loaf'],
    ...[
      ' <b>rye</b> {.dark}',
      ' ##',
      ' rye ## {.dark}',
      ' {.dark} ##',
      ' {.dark} *rye*',
      ' :tada:',
    ],
    ...[' :+1: rye', ' std::rye::loaf', ' {{ rye }}', ' {}', ' <Loaf kind="rye" />', ' rye[^1]'],
  )
  const engines = [await loadEngine('satteri'), await loadEngine('remark')]
  for (const text of generateDocuments(runs, seed, endings)) {
    // Ids that are given must be unique there, or nothing is rendered at all.
    const given = `${text}\n\n## Rye {#Rye_1 .dark}\n\n## Rye {#100%}\n\n## {#The_End}`
    const tokens = renderer.parse(given, {}).filter(({ type }) => type === 'heading_open')
    const ids = tokens.map((token) => token.attrGet('id'))
    for (const engine of engines) {
      const anchors = readAnchors(parseDocument(given, engine), 'vitepress')
      expect(
        anchors.map(({ anchor }) => anchor),
        given,
      ).toEqual(ids)
    }
  }
})

it('should bring fragments to the form that VitePress brings them to', () => {
  const fragment = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }))
  fc.assert(
    fc.property(fragment, (text) => {
      expect(slugs.vitepress.foldFragment(text)).toBe(slugify(text))
    }),
    { seed, numRuns: runs },
  )
})
