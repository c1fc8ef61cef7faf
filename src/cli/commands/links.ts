import { suggestWord } from '../../config/suggest-word.ts'
import { CrossoffError } from '../../errors.ts'
import type { Arguments } from '../arguments.ts'
import type { CommandBody } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { ALLOW_PRIVATE } from '../flag.ts'
import type { Report } from '../../reporters/report.ts'
import type { Session } from '../session.ts'

/** What can be done with what is known of links, each with the flags that mean something with it. */
const actions = {
  status: { flags: [], run: describe },
  update: { flags: ['all', 'dry-run', ALLOW_PRIVATE.name], run: update },
  why: { flags: ['online', ALLOW_PRIVATE.name], run: explain },
  prune: { flags: ['dry-run'], run: prune },
} satisfies Record<string, Action>

interface Action {
  readonly flags: readonly string[]
  run(words: readonly string[], given: Arguments, session: Session): Promise<Report>
}

/** Keeps what is known of links to the web. */
export const links: CommandBody = {
  description: [
    '`crossoff.links.json` keeps what is known of links to the web, so that `crossoff check` proves them without a network. `status` tells what it knows, by host, the oldest first; `update` asks for what is new, was dead, or was asked for too long ago; `why URL` tells all that is known of an address, and who links to it; `prune` drops what no document links to.',
    'Only `update` and `why --online` send anything. `update` exits with 0 whatever it finds: `crossoff check` says what fails.',
  ],
  arguments: [
    {
      name: 'ACTION',
      summary: '`status`, `update`, `why` or `prune`; else `status`',
      isOptional: true,
    },
    {
      name: 'PATH',
      summary: 'with status and update: a document, a folder or a glob; with why: the URL',
      isOptional: true,
      isRepeatable: true,
    },
  ],
  flags: [
    { name: 'all', summary: 'with update: ask for what is known well enough too' },
    {
      name: 'dry-run',
      short: 'n',
      summary:
        'with update: tell what would be asked for, and send nothing; with prune: print the change as a unified diff, and write nothing',
    },
    {
      name: 'online',
      summary: 'with why: ask for it now, and show every request; nothing is kept',
    },
    {
      ...ALLOW_PRIVATE,
      summary:
        'with update and why --online: ask private addresses too, such as those of an intranet',
    },
  ],
  examples: [
    { words: 'links', summary: 'what is known, by host' },
    { words: 'links update docs', summary: 'ask for what the documents of a folder link to' },
    { words: 'links why https://example.org/oven#heat --online', summary: 'what is it now' },
    { words: 'links prune --dry-run', summary: 'what nothing links to any more' },
  ],
  run: async (context) => {
    const given = context.arguments
    const [name = 'status', ...words] = given.positionals
    const action = findAction(name)
    const stray = FLAGS.find((flag) => given.isOn(flag) === true && !action.flags.includes(flag))
    if (stray !== undefined) throw usage(`\`--${stray}\` means nothing with \`links ${name}\``)
    const session = await context.open({ near: given.text('file'), tree: 'git' })
    return { report: await action.run(words, given, session), code: exitCodes.clean }
  },
}

const FLAGS = ['all', 'dry-run', 'online', ALLOW_PRIVATE.name]

function findAction(name: string): Action {
  const action = new Map<string, Action>(Object.entries(actions)).get(name)
  if (action !== undefined) return action
  const names = Object.keys(actions)
  const meant = suggestWord(name, names)
  throw usage(
    `\`crossoff links\` cannot \`${name}\``,
    meant === undefined
      ? `expected one of ${names.map((each) => `\`${each}\``).join(', ')}`
      : `did you mean \`${meant}\`?`,
  )
}

// What asks the web is loaded by those that do.

async function describe(words: readonly string[], given: Arguments, session: Session) {
  const { describeLinks } = await import('../../workflows/describe-links.ts')
  return describeLinks(readPaths(words, given, session), session.ports)
}

async function update(words: readonly string[], given: Arguments, session: Session) {
  const { updateLinks } = await import('../../workflows/update-links.ts')
  return updateLinks(
    {
      paths: readPaths(words, given, session),
      isAll: given.isOn('all') === true,
      isDryRun: given.isOn('dry-run') === true,
      isPrivateAllowed: given.isOn(ALLOW_PRIVATE.name) === true,
    },
    session.ports,
  )
}

async function explain(words: readonly string[], given: Arguments, session: Session) {
  const [url, ...others] = words
  if (url === undefined || others.length > 0)
    throw usage('`crossoff links why` needs one URL', 'quote a URL that holds `&` or `#`')
  const { explainLink } = await import('../../workflows/explain-link.ts')
  const isPrivateAllowed = given.isOn(ALLOW_PRIVATE.name) === true
  const online = given.isOn('online') === true ? { isPrivateAllowed } : undefined
  return explainLink({ url, online }, session.ports)
}

async function prune(words: readonly string[], given: Arguments, session: Session) {
  if (words.length > 0 || given.text('file') !== undefined)
    throw usage('`crossoff links prune` looks at the whole repository', 'leave out the path')
  const { pruneLinks } = await import('../../workflows/prune-links.ts')
  return pruneLinks({ isDryRun: given.isOn('dry-run') === true }, session.ports)
}

function readPaths(words: readonly string[], given: Arguments, session: Session): string[] {
  const file = given.text('file')
  return [...(file === undefined ? [] : [file]), ...words].map((path) => session.documentPath(path))
}

function usage(message: string, help = 'see `crossoff links --help`'): CrossoffError {
  return new CrossoffError('usage', message, { help })
}
