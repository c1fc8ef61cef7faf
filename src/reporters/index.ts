import type { Reporter } from './reporter.ts'

/** A form of findings that is loaded when it is asked for. */
export interface ReporterEntry {
  /** One sentence, lower case, no full stop. */
  readonly summary: string
  load(): Promise<Reporter>
}

/** The forms that findings are told in, by the word that users type. */
export const reporters = {
  text: {
    summary: 'the form for people',
    load: async () => (await import('./text.ts')).text,
  },
  json: {
    summary: 'the stable form for programs',
    load: async () => (await import('./json.ts')).json,
  },
  github: {
    summary: 'annotations of GitHub Actions, and the summary of the step',
    load: async () => (await import('./github.ts')).github,
  },
  sarif: {
    summary: 'SARIF 2.1.0, for code scanning on GitHub and for editors',
    load: async () => (await import('./sarif.ts')).sarif,
  },
  gitlab: {
    summary: 'Code Quality of GitLab',
    load: async () => (await import('./gitlab.ts')).gitlab,
  },
  junit: {
    summary: 'JUnit XML, for Jenkins, GitLab, Azure Pipelines and most others',
    load: async () => (await import('./junit.ts')).junit,
  },
  checkstyle: {
    summary: 'XML as Checkstyle writes it, for programs that read no better form',
    load: async () => (await import('./checkstyle.ts')).checkstyle,
  },
  rdjson: {
    summary: 'the form of reviewdog, for comments and suggestions on any forge',
    load: async () => (await import('./rdjson.ts')).rdjson,
  },
  markdown: {
    summary: 'a Markdown table, for a comment or a page',
    load: async () => (await import('./markdown.ts')).markdown,
  },
  buildkite: {
    summary: 'a Markdown table, for `buildkite-agent annotate`',
    load: async () => (await import('./buildkite.ts')).buildkite,
  },
} satisfies Record<string, ReporterEntry>

/** The word for a form of findings. */
export type ReporterName = keyof typeof reporters

/** Tells whether a word names a form of findings. */
export function isReporterName(word: string): word is ReporterName {
  return Object.hasOwn(reporters, word)
}
