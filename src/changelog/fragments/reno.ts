import { stringify } from 'yaml'
import { renderMark } from './seal-text.ts'
import type { FragmentTool } from './fragment-tool.ts'

/**
 * reno: a YAML file with a list below the name of a section. It knows a note by the 16 hex digits at
 * the end of its name, among which there must be no dash.
 *
 * ```yaml
 * features:
 *   - Beans can be sown in rows.
 * ```
 */
export const reno: FragmentTool = {
  summary: 'reno, which keeps the release notes of OpenStack',
  source: 'https://docs.openstack.org/reno/latest/user/usage.html',
  folder: 'releasenotes/notes',
  markup: 'rst',
  kinds: {
    breaking: 'upgrade',
    Added: 'features',
    Changed: 'other',
    Deprecated: 'deprecations',
    Removed: 'upgrade',
    Fixed: 'fixes',
    Security: 'security',
  },
  write: ({ key }, { wording, kind }) => {
    const notes = stringify({ [kind]: [wording] }, { lineWidth: 0 })
    const id = key.replace('-', '').slice(-16)
    return { path: `todo-${id}.yaml`, text: `# ${renderMark(key)}\n${notes}` }
  },
}
