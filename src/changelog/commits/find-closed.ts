/** Something that a message names: by a number, a hash or a URL. */
export type Named =
  | {
      readonly kind: 'number'
      readonly sign: '#' | '!'
      readonly number: string
      /** Path of the repository, where it is named: `mill/flour`. */
      readonly project?: string
    }
  | { readonly kind: 'hash'; readonly hash: string }
  | { readonly kind: 'url'; readonly url: string }

/**
 * Finds what a text says that it closes, as forges read it.
 *
 * ```text
 * Fixes #12, mill/flour#3 and https://bugs.example/45
 *       ^^^  ^^^^^^^^^^^^     ^^^^^^^^^^^^^^^^^^^^^^^
 * ```
 *
 * Sources: https://docs.github.com/en/issues/tracking-your-work-with-issues/using-issues/linking-a-pull-request-to-an-issue
 * and https://docs.gitlab.com/user/project/issues/managing_issues/#default-closing-pattern
 */
export function findClosed(text: string): Named[] {
  return [...text.matchAll(KEYWORD)].flatMap(({ 0: keyword, index }) =>
    readNames(text.slice(index + keyword.length)),
  )
}

/** Reads names that stand one after another at the beginning of a text. */
export function readNames(text: string): Named[] {
  const named: Named[] = []
  for (let rest = text; ;) {
    const { 0: name = '', groups } = NAME.exec(rest) ?? {}
    if (groups === undefined) return named
    named.push(namedOf(groups))
    const separator = SEPARATOR.exec(rest.slice(name.length))?.[0]
    if (separator === undefined) return named
    rest = rest.slice(name.length + separator.length)
  }
}

function namedOf({ url, hash, project, sign, number = '' }: Record<string, string>): Named {
  if (url !== undefined) return { kind: 'url', url }
  if (hash !== undefined) return { kind: 'hash', hash }
  return {
    kind: 'number',
    sign: sign === '!' ? '!' : '#',
    number,
    ...(project === undefined ? {} : { project }),
  }
}

/** "Fixes: ", "closes issues " */
const KEYWORD =
  /(?<![\p{L}\p{N}_#/-])(?:clos(?:e[sd]?|ing)|fix(?:e[sd]|ing)?|resolv(?:e[sd]?|ing)):?[ \t]+(?:issues?[ \t]+)?/giu
/**
 * "#12", "mill/flour!3", "GH-12", "54a4f0239f2e", "https://bugs.example/45".
 *
 * No colour (`#012`, `#12ab`) and no anchor (`#12-rye`) is a number; nor is a word of the letters a
 * to f, or a plain number, a hash.
 */
const NAME =
  /^(?:<?(?<url>https?:\/\/[^\s<>()"'`,;]*[^\s<>()"'`,;.:])>?|(?:(?<project>[\w.-]+(?:\/[\w.-]+)+)?(?<sign>[#!])|GH-)(?<number>[1-9]\d{0,9})(?![\p{L}\p{N}_]|-[\p{L}\p{N}_])|(?<hash>(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{7,64})(?![\p{L}\p{N}_-]))/iu
/** ", ", " and fixes ", "; " */
const SEPARATOR =
  /^(?:[ \t]*[,;&][ \t]*|[ \t]+)(?:and[ \t]+)?(?:(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?[ \t]+)?/iu
