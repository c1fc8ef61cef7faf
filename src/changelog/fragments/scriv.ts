import { renderMark } from './seal-text.ts'
import type { FragmentTool } from './fragment-tool.ts'
import { typeKinds } from './type-kinds.ts'

/** scriv: a file with a heading for the category and a list below it; the oldest name comes first. */
export const scriv: FragmentTool = {
  summary: 'scriv, which collects changelogs in the form of Keep a Changelog',
  source: 'https://scriv.readthedocs.io/en/latest/concepts.html',
  folder: 'changelog.d',
  markup: 'rst',
  kinds: typeKinds,
  write: ({ key, date }, { wording, markup, kind }) => {
    const name = `${date.slice(0, 19).replaceAll(/[-:]/gu, '').replace('T', '_')}_${key}`
    return markup === 'rst'
      ? {
          path: `${name}.rst`,
          text: `.. ${renderMark(key)}\n\n${kind}\n${'-'.repeat(kind.length)}\n\n- ${wording}\n`,
        }
      : {
          path: `${name}.md`,
          text: `<!-- ${renderMark(key)} -->\n\n### ${kind}\n\n- ${wording}\n`,
        }
  },
}
