import { CrossoffError, type CrossoffErrorCode } from '../../errors.ts'
import type { MessageReport } from '../../reporters/report.ts'
import { draftCommitMessage } from '../../workflows/draft-commit-message.ts'
import type { CommandBody, CommandContext } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'

/** Drafts the message of the next commit. */
export const message: CommandBody = {
  description: [
    'Without FILE, the draft is printed. With FILE, SOURCE and COMMIT, as git gives them to the hook `prepare-commit-msg`, it is put into FILE: all of it into an empty message, and above a template; into a message that somebody wrote, only a trailer that is certain and missing. Where git makes the message of other commits, it is left alone.',
    'What became of items that leave the document, a trailer says: `Todo-Outcome: OUTCOME`, for one of several items `Todo-Outcome: OUTCOME TITLE`. Where nothing tells, a comment shows the choices.',
    'Where nothing is staged in a document, nothing happens. With FILE, a broken config and a repository that is not found are no reason to stop a commit: a note says so, and FILE stays as it is.',
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
    const [messageFile] = context.arguments.positionals
    try {
      return { report: await draft(context), code: exitCodes.clean }
    } catch (error) {
      // Who commits something else must not be stopped by what is wrong here.
      if (messageFile === undefined || !(error instanceof CrossoffError)) throw error
      if (!surroundings.has(error.code)) throw error
      const report: MessageReport = { kind: 'message', file: messageFile, text: '' }
      const notes = [`${error.message}; the message is left as it is`]
      return { report, code: exitCodes.clean, notes }
    }
  },
}

/** What can be wrong around a message, and with no word of it. */
const surroundings: ReadonlySet<CrossoffErrorCode> = new Set(['config', 'git', 'engine'])

async function draft({ arguments: given, open }: CommandContext): Promise<MessageReport> {
  const file = given.text('file')
  const [messageFile, source = ''] = given.positionals
  const session = await open({ near: file, tree: 'disk' })
  return draftCommitMessage(
    {
      file: file && session.documentPath(file),
      messageFile: messageFile === undefined ? undefined : session.filePath(messageFile),
      source,
    },
    session.ports,
  )
}
