import { toUnknown } from '../link-verdict.ts'
import type { ResolverDefinition } from './resolver.ts'

/** Targets that a template fills in before anybody follows them. */
export const template: ResolverDefinition = {
  summary: 'a target with a placeholder, `{{ base }}/x`, `${x}`, `<name>` or `...`: never checked',
  accepts: ({ url }) => PLACEHOLDER.test(url),
  resolve: () => toUnknown('the target holds a placeholder'),
}

/** "{{ site.baseurl }}/guide" */
const PLACEHOLDER = /\{\{|\{%|<%|\$\{|\$\(|[<>]|\{[\w-]+\}|^\.{3,}$|^…$/u
