import { draftCommitMessage } from '../../workflows/draft-commit-message.ts'
import type { CommandBody } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'

/** Drafts the message of the next commit. */
export const message: CommandBody = {
  description: [
    'Without FILE, the draft is printed. With FILE, SOURCE and COMMIT, as git gives them to the hook `prepare-commit-msg`, it is put into FILE: all of it into an empty message, and above a template; into a message that somebody wrote, only a trailer that is certain and missing. Where git makes the message of other commits, it is left alone.',
    'What became of items that leave the document, a trailer says: `Todo-Outcome: OUTCOME`, for one of several items `Todo-Outcome: OUTCOME TITLE`. Where nothing tells, a comment shows the choices.',
    'Where nothing is staged in a document, nothing happens.',
  ],
  arguments: [
    { name: 'FILE', summary: 'the message, as git has prepared it', isOptional: true },
    { name: 'SOURCE', summary: 'where it is from, as git says', isOptional: true },
    { name: 'COMMIT', summary: 'the commit that it is from; not needed', isOptional: true },
  ],
  flags: [],
  examples: [
    { words: 'message', summary: 'see the draft for what is staged' },
    { words: 'message "$@"', summary: 'the line of a hook `prepare-commit-msg`' },
  ],
  run: async (context) => {
    const { arguments: given } = context
    const file = given.text('file')
    const [messageFile, source = ''] = given.positionals
    const session = await context.open({ near: file, tree: 'disk' })
    const report = await draftCommitMessage(
      {
        file: file && session.documentPath(file),
        messageFile: messageFile === undefined ? undefined : session.filePath(messageFile),
        source,
      },
      session.ports,
    )
    return { report, code: exitCodes.clean }
  },
}
