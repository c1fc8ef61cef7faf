import { stringify } from 'yaml'
import { renderMark } from './seal-text.ts'
import type { FragmentTool } from './fragment-tool.ts'

/**
 * Changesets: a Markdown file whose frontmatter says which packages get which version.
 *
 * ```md
 * ---
 * seed-box: minor
 * ---
 *
 * Beans can be sown in rows.
 * ```
 */
export const changesets: FragmentTool = {
  summary: 'Changesets, which raises versions of npm packages',
  source: 'https://github.com/changesets/changesets/blob/main/docs/adding-a-changeset.md',
  folder: '.changeset',
  markup: 'markdown',
  kinds: {
    breaking: 'major',
    feat: 'minor',
    fix: 'patch',
    perf: 'patch',
    Added: 'minor',
    Changed: 'minor',
    Deprecated: 'minor',
    Removed: 'major',
    Fixed: 'patch',
    Security: 'patch',
  },
  write: (entry, { wording, kind, packages }) => {
    const releases = stringify(Object.fromEntries(packages().map((name) => [name, kind])))
    return {
      path: `${entry.key}.md`,
      text: `---\n# ${renderMark(entry.key)}\n${releases}---\n\n${wording}\n`,
    }
  },
}
