import { stringify } from 'yaml'
import { renderMark } from './seal-text.ts'
import type { FragmentTool } from './fragment-tool.ts'
import { typeKinds } from './type-kinds.ts'

/**
 * changie: a YAML file with the kind, the text and the moment of a change.
 *
 * ```yaml
 * kind: Added
 * body: Beans can be sown in rows.
 * time: 2024-02-29T12:00:00+00:00
 * ```
 */
export const changie: FragmentTool = {
  summary: 'changie, for projects in any language',
  source: 'https://changie.dev/cli/changie_new/',
  folder: '.changes/unreleased',
  markup: 'markdown',
  kinds: typeKinds,
  write: ({ key, date }, { wording, kind }) => {
    const change = stringify({ kind, body: wording, time: date }, { lineWidth: 0 })
    return { path: `${key}.yaml`, text: `# ${renderMark(key)}\n${change}` }
  },
}
