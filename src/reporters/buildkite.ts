import { hostLimits } from './host-limits.ts'
import { renderMarkdown } from './render-markdown.ts'
import type { Reporter } from './reporter.ts'

/** A table for `buildkite-agent annotate`. */
export const buildkite: Reporter = {
  explanation:
    'The worst come first, as many as the mebibyte of an annotation holds; the last line counts the rest.',
  render: (report) => renderMarkdown(report, hostLimits.buildkite.bytes),
}
