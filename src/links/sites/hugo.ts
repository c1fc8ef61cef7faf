import type { SiteDefinition } from './site-definition.ts'

/** Nothing is known of its anchors. */
export const hugo: SiteDefinition = {
  summary: 'Hugo, Zola: a directory with `hugo.*`, or with `config.*` and `content`',
  title: 'Hugo',
  isRoot: (names) =>
    names.some((name) => HUGO.test(name)) ||
    (names.includes('content') && names.some((name) => CONFIG.test(name))),
}

/** "hugo.toml" */
const HUGO = /^hugo\.(?:toml|ya?ml|json)$/u

/** "config.toml": of Hugo, and of Zola */
const CONFIG = /^config\.(?:toml|ya?ml|json)$/u
