import { renderMarkdown } from './render-markdown.ts'
import type { Reporter } from './reporter.ts'

/** A table for a comment or a page. */
export const markdown: Reporter = {
  explanation: 'The worst come first. Nothing that a document says is taken for Markdown or HTML.',
  render: (report) => renderMarkdown(report, Number.POSITIVE_INFINITY),
}
