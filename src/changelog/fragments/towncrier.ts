import { renderMark } from './seal-text.ts'
import type { FragmentTool } from './fragment-tool.ts'

/**
 * towncrier: a file of text whose name says the type. A `+` begins the name of one that belongs to
 * no issue; the references stand in the text. The mark goes on into the news, where nobody sees it.
 */
export const towncrier: FragmentTool = {
  summary: 'towncrier, which builds the news of Python projects',
  source: 'https://towncrier.readthedocs.io/en/stable/tutorial.html#creating-news-fragments',
  folder: 'newsfragments',
  markup: 'rst',
  kinds: {
    breaking: 'removal',
    docs: 'doc',
    Added: 'feature',
    // What is left, `misc`, is not shown with its text.
    Changed: 'feature',
    Deprecated: 'removal',
    Removed: 'removal',
    Fixed: 'bugfix',
    Security: 'bugfix',
  },
  write: ({ key }, { wording, markup, kind }) =>
    markup === 'rst'
      ? { path: `+${key}.${kind}.rst`, text: `${wording}\n\n.. ${renderMark(key)}\n` }
      : { path: `+${key}.${kind}.md`, text: `${wording} <!-- ${renderMark(key)} -->\n` },
}
