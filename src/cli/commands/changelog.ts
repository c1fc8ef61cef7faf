import { formats, isFormatName } from '../../changelog/formats/index.ts'
import { fragmentTools, isFragmentToolName } from '../../changelog/fragments/index.ts'
import { CrossoffError } from '../../errors.ts'
import { findChangelog } from '../../workflows/find-changelog.ts'
import { listChangelog } from '../../workflows/list-changelog.ts'
import { checkChangelog } from '../../workflows/check-changelog.ts'
import { listFragments } from '../../workflows/list-fragments.ts'
import type { LedgerQuery } from '../../workflows/read-ledger.ts'
import { type ChangelogUpdate, updateChangelog } from '../../workflows/update-changelog.ts'
import type { Arguments } from '../arguments.ts'
import type { CommandBody, Outcome } from '../command.ts'
import { changelogFlagRules } from '../changelog-flag-rules.ts'
import { exitCodes } from '../exit-codes.ts'
import { readDay } from '../read-day.ts'
import { readRelease } from '../read-release.ts'
import { readRange } from '../read-range.ts'
import { refuseContradictions } from '../refuse-contradictions.ts'
import type { Session } from '../session.ts'

const names = Object.keys(formats)
const tools = Object.keys(fragmentTools)

/** Tells what became of the items that left, as a changelog. */
export const changelog: CommandBody = {
  description: [
    'Every item that left a document, was checked, or went to the archive, is an entry. What became of it follows from the commit: its trailers, its type and files, its words. `crossoff changelog --json` shows by which rule.',
    'With RANGE, such as `v1.0..HEAD`, only what those commits did. `changelog check` tells what a changelog lacks, and exits with 0 unless `--strict`.',
    'With `--write`, entries are put into the changelog, and no other byte of it changes. An entry that somebody reworded stays as it is.',
  ],
  arguments: [
    { name: 'RANGE', summary: 'commits, as git takes them; or `check`', isOptional: true },
  ],
  flags: [
    {
      name: 'format',
      value: 'NAME',
      summary: `form of the output: ${[...names, 'json'].join(', ')}`,
    },
    { name: 'write', value: 'FILE', summary: 'put the entries into this changelog' },
    {
      name: 'dry-run',
      short: 'n',
      summary: 'write nothing; with --write: print the change as a unified diff',
    },
    {
      name: 'release',
      value: 'VERSION',
      summary: 'call what is not released yet so; with --write, make that release',
    },
    { name: 'since', value: 'DATE', summary: 'only what happened on that day or later' },
    { name: 'until', value: 'DATE', summary: 'only what happened on that day or earlier' },
    { name: 'template', value: 'MODULE', summary: 'let this JavaScript module write the entries' },
    {
      name: 'fragments',
      value: 'TOOL',
      summary: `write a file for each entry, as a tool reads it: ${tools.join(', ')}`,
    },
    {
      name: 'into',
      value: 'FOLDER',
      summary: "with --fragments: the folder, instead of the tool's own",
    },
    {
      name: 'package',
      value: 'NAME',
      isRepeatable: true,
      summary: 'with --fragments changesets: the package that the changes are released with',
    },
    { name: 'strict', summary: 'with check: exit with 1 where something is missing' },
  ],
  examples: [
    { words: 'changelog', summary: 'all entries, by release, in the form of Keep a Changelog' },
    { words: 'changelog --format markdown v1.0..HEAD', summary: 'what became of every item since' },
    { words: 'changelog --write CHANGELOG.md', summary: 'bring its unreleased section up to date' },
    { words: 'changelog check --strict', summary: 'fail where an entry is missing' },
  ],
  run: async (context) => {
    const { arguments: given } = context
    refuseContradictions(given, changelogFlagRules, given.positionals)
    // The document's repository: a changelog of another one is outside of it.
    const session = await context.open({ near: given.text('file'), tree: 'git' })
    if (given.positionals[0] === 'check') return check(given, session)
    if (given.text('fragments') !== undefined) return writeFragments(given, session)
    return given.text('write') === undefined ? print(given, session) : update(given, session)
  },
}

async function print(given: Arguments, session: Session): Promise<Outcome> {
  const format = given.text('format') ?? 'keepachangelog'
  if (format !== 'json' && !isFormatName(format)) {
    throw new CrossoffError('usage', `\`${format}\` is no form of changelogs`, {
      help: `expected one of ${[...names, 'json'].map((name) => `\`${name}\``).join(', ')}`,
    })
  }
  const report = await listChangelog(
    {
      ...readQuery(given, session),
      format: format === 'json' ? 'keepachangelog' : format,
      release: readRelease(given),
      template: readPath(given, 'template', session),
    },
    session.ports,
  )
  const isJson = format === 'json' || given.isOn('json') === true
  const code = exitCodes.clean
  return isJson ? { report, code, format: 'json' } : { report, code, notes: report.notes }
}

async function update(given: Arguments, session: Session): Promise<Outcome> {
  const report = await updateChangelog(
    {
      ...(await readUpdate(given, session)),
      release: readRelease(given),
      isDryRun: given.isOn('dry-run') === true,
    },
    session.ports,
  )
  return { report, code: exitCodes.clean }
}

async function writeFragments(given: Arguments, session: Session): Promise<Outcome> {
  const tool = given.text('fragments') ?? ''
  if (!isFragmentToolName(tool)) {
    throw new CrossoffError('usage', `\`${tool}\` is no tool whose files crossoff knows`, {
      help: `expected one of ${tools.map((name) => `\`${name}\``).join(', ')}`,
    })
  }
  const packages = given.list('package')
  const report = await listFragments(
    {
      ...readQuery(given, session),
      tool,
      folder: readPath(given, 'into', session),
      isDryRun: given.isOn('dry-run') === true,
      packages: packages.length === 0 ? undefined : packages,
      template: readPath(given, 'template', session),
    },
    session.ports,
  )
  return { report, code: exitCodes.clean }
}

async function check(given: Arguments, session: Session): Promise<Outcome> {
  const report = await checkChangelog(
    { ...(await readUpdate({ ...given, positionals: [] }, session)) },
    session.ports,
  )
  const { missing, outdated, released } = report
  const isFinding = missing.length + outdated.length + released.length > 0
  const code = isFinding && given.isOn('strict') === true ? exitCodes.findings : exitCodes.clean
  return { report, code }
}

async function readUpdate(
  given: Arguments,
  session: Session,
): Promise<LedgerQuery & Pick<ChangelogUpdate, 'changelog' | 'template'>> {
  const query = readQuery(given, session)
  return {
    ...query,
    changelog:
      readPath(given, 'write', session) ?? (await findChangelog(query.file, session.ports)),
    template: readPath(given, 'template', session),
  }
}

function readQuery(given: Arguments, session: Session): LedgerQuery {
  return {
    file: readPath(given, 'file', session),
    range: readRange(given.positionals[0]),
    since: readDay(given, 'since'),
    until: readDay(given, 'until'),
  }
}

function readPath(given: Arguments, flag: string, session: Session): string | undefined {
  const typed = given.text(flag)
  return typed && session.documentPath(typed)
}
