import { isSlugsName } from '../../links/is-slugs-name.ts'
import { slugs } from '../../links/slugs/index.ts'
import { CrossoffError } from '../../errors.ts'
import { listAnchors } from '../../workflows/list-anchors.ts'
import type { CommandBody } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'

const names = Object.keys(slugs).filter(isSlugsName)

/** Lists the anchors of a document. */
export const anchors: CommandBody = {
  arguments: [{ name: 'FILE', summary: 'the document' }],
  flags: [
    {
      name: 'slugs',
      value: 'NAME',
      summary: `the renderer, ${names.map((name) => `\`${name}\``).join(' or ')}; else the config or the repository tells`,
    },
  ],
  examples: [
    { words: 'anchors docs/TODO.md --slugs github', summary: 'what GitHub makes of its headings' },
  ],
  run: async (context) => {
    const [file = ''] = context.arguments.positionals
    const name = context.arguments.text('slugs')
    if (name !== undefined && !isSlugsName(name)) throw await unknownRenderer(name)
    const session = await context.open({ near: file, tree: 'disk' })
    const report = await listAnchors(
      { file: session.documentPath(file), slugs: name },
      session.ports,
    )
    return { report, code: exitCodes.clean }
  },
}

async function unknownRenderer(name: string): Promise<CrossoffError> {
  const { suggestWord } = await import('../../config/suggest-word.ts')
  const meant = suggestWord(name, names)
  return new CrossoffError('usage', `unknown renderer \`${name}\``, {
    help:
      meant === undefined
        ? `expected one of ${names.map((each) => `\`${each}\``).join(', ')}`
        : `did you mean \`${meant}\`?`,
  })
}
