import type { MessageReport } from '../report.ts'
import type { View } from './view.ts'

/** A message; one that was put into a file is not printed. */
export const message: View<MessageReport> = {
  text: ({ file, text }) => (file === undefined ? text : ''),
  json: ({ file, text, draft }) => {
    const trailers = draft?.trailers.map(({ title, isDone }) => ({
      title,
      outcome: isDone ? 'done' : 'unknown',
    }))
    return { file, text, subject: draft?.subject, body: draft?.body, trailers }
  },
}
