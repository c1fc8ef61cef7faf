import { toUnknown } from '../link-verdict.ts'
import type { ResolverDefinition } from './resolver.ts'

/** Targets of every other scheme. */
export const scheme: ResolverDefinition = {
  summary: '`ftp:`, `file:`, `javascript:` and every other scheme: never checked',
  accepts: (target) => target.scheme !== '',
  resolve: (target) => toUnknown(`\`${target.scheme}:\` is not checked`),
}
