import { diffDocuments } from '../../workflows/diff-documents.ts'
import type { CommandBody } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { readDiffSide } from '../read-diff-side.ts'
import { readPlanFile } from '../read-plan-file.ts'

/** Tells two revisions of a document apart. */
export const diff: CommandBody = {
  description: [
    'Each of OLD and NEW is a file, a file of a revision as `REV:PATH`, one of the index as `:PATH`, or a revision, which stands for the document as it has it. Without NEW, the document as it stands is meant; without both, it is compared with the last commit.',
    '`--plan OUT`, and `plan` in the result of `--json`, give the plan that replays the difference: `crossoff apply` makes NEW of OLD with it, byte for byte.',
  ],
  arguments: [
    { name: 'OLD', summary: 'what it was: a file, `REV:PATH` or a revision', isOptional: true },
    { name: 'NEW', summary: 'what it is', isOptional: true },
  ],
  flags: [
    { name: 'patch', short: 'p', summary: 'show titles and texts that changed, word by word' },
    {
      name: 'plan',
      value: 'OUT',
      summary: 'write the plan that replays the difference to this file',
    },
    { name: 'exit-code', summary: 'exit with 1 where items changed' },
  ],
  examples: [
    { words: 'diff', summary: 'what was not committed yet' },
    { words: 'diff v1.0 v2.0', summary: 'what happened to the document between two tags' },
    { words: 'diff HEAD~1 HEAD --plan last.json', summary: 'the last commit, as operations' },
  ],
  run: async (context) => {
    const { arguments: given } = context
    const file = given.text('file')
    const [old, revised] = given.positionals
    const session = await context.open({ near: file, tree: 'disk' })
    const report = await diffDocuments(
      {
        file: file && session.documentPath(file),
        old: old === undefined ? undefined : readDiffSide(old, session),
        new: revised === undefined ? undefined : readDiffSide(revised, session),
        hasPlan: given.isOn('json') === true,
        planFile: readPlanFile({ flag: 'plan', printedBy: '--json' }, given, session),
        hasWords: given.isOn('patch') === true,
      },
      session.ports,
    )
    const isFinding = given.isOn('exit-code') === true && report.changes.length > 0
    return { report, code: isFinding ? exitCodes.findings : exitCodes.clean }
  },
}
