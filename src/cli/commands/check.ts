import type { WebOptions } from '../../workflows/ask-web.ts'
import type { CheckReport } from '../../reporters/check-report.ts'
import { checkRepository } from '../../workflows/check-repository.ts'
import type { Ports } from '../../workflows/ports.ts'
import type { FixMode } from '../../workflows/fix-repository.ts'
import type { CheckOptions } from '../../workflows/run-check.ts'
import type { Shard } from '../../workflows/shard.ts'
import type { CommandBody } from '../command.ts'
import type { Arguments } from '../arguments.ts'
import { CrossoffError } from '../../errors.ts'
import { exitCodes } from '../exit-codes.ts'
import { ALLOW_PRIVATE } from '../flag.ts'
import { FORMAT, readOutputs } from '../read-outputs.ts'

/** Checks documents. */
export const check: CommandBody = {
  description: [
    'Without paths, every Markdown document that the repository tracks is checked. A path may be a document, a folder or a glob. Links that leave the repository are proven by `origins` in the config, or by what `crossoff.links.json` knows of them; else they are counted.',
    'With `--online` they are asked for. What is slow, busy or out of order is not known, and fails no run.',
    'A finding is silenced by a comment above it: `<!-- crossoff-ignore-next link/missing-anchor: why -->`.',
  ],
  arguments: [
    {
      name: 'PATH',
      summary: 'a document, a folder or a glob',
      isOptional: true,
      isRepeatable: true,
    },
  ],
  flags: [
    { name: 'online', summary: 'ask for links to the web of which too little is known' },
    ALLOW_PRIVATE,
    {
      name: 'staged',
      summary: 'check what the next commit would have: the index, and never the work tree',
    },
    {
      name: 'base',
      value: 'REV',
      summary: 'report only what is new since this revision, and links that lead elsewhere',
    },
    {
      name: 'write-baseline',
      summary: 'make the findings of now the baseline: later, only others are reported',
    },
    {
      name: 'fix',
      summary: 'write the fixes of all findings that have one, and tell what is left',
    },
    {
      name: 'dry-run',
      short: 'n',
      summary: 'with `--fix`, print the fixes as a unified diff and write nothing',
    },
    FORMAT,
    {
      name: 'shard',
      value: 'I/N',
      summary: 'check the I-th of N parts; `merge-reports` joins what `--format json:FILE` keeps',
    },
  ],
  examples: [
    { words: 'check', summary: 'the whole repository' },
    { words: 'check --online', summary: 'with the links to the web' },
    { words: 'check --staged', summary: 'what is about to be committed, in a hook' },
    { words: 'check -f docs/TODO.md', summary: 'one document, without starting git' },
    { words: 'check --write-baseline', summary: 'begin where things are' },
    { words: 'check --base main', summary: 'what a branch breaks' },
    { words: 'check --base main --fix', summary: 'and make links follow' },
    { words: 'check --format json:links.json', summary: 'one report more, in a file' },
  ],
  run: async (context) => {
    const outputs = readOutputs(context.arguments)
    const file = context.arguments.text('file')
    const paths = [...(file === undefined ? [] : [file]), ...context.arguments.positionals]
    const base = context.arguments.text('base')
    const isStaged = readStaged(context.arguments)
    const isOne = file !== undefined && paths.length === 1 && !isStaged
    const session = await context.open({
      near: paths[0],
      tree: isOne && base === undefined ? 'disk' : 'git',
    })
    const options = {
      paths: paths.map((path) => session.documentPath(path)),
      base,
      writesBaseline: readWriteBaseline(context.arguments),
      online: readOnline(context.arguments),
    }
    const fix = readFix(context.arguments)
    const shard = await readPart(context.arguments)
    const run = isStaged ? runStaged : runWorkTree
    const report = await (shard === undefined
      ? run(options, fix, session.ports)
      : runShard(options, shard, session.ports))
    const hasErrors = report.findings.some(({ diagnostic }) => diagnostic.severity === 'error')
    const code = hasErrors ? exitCodes.findings : exitCodes.clean
    return { report, outputs, code, notes: report.notes ?? [] }
  },
}

// What only some checks need is loaded when it is needed: a hook waits for each file.

async function runWorkTree(
  options: CheckOptions,
  fix: FixMode | undefined,
  ports: Ports,
): Promise<CheckReport> {
  if (fix === undefined) return checkRepository(options, ports)
  const { fixRepository } = await import('../../workflows/fix-repository.ts')
  return fixRepository(options, fix, ports)
}

async function readPart(given: Arguments): Promise<Shard | undefined> {
  const word = given.text('shard')
  if (word === undefined) return undefined
  const { readShard } = await import('../read-shard.ts')
  return readShard(word, given)
}

async function runShard(options: CheckOptions, shard: Shard, ports: Ports): Promise<CheckReport> {
  const { checkShard } = await import('../../workflows/check-shard.ts')
  return checkShard(options, shard, ports)
}

async function runStaged(
  options: CheckOptions,
  fix: FixMode | undefined,
  ports: Ports,
): Promise<CheckReport> {
  if (fix === undefined) {
    const { checkStaged } = await import('../../workflows/check-staged.ts')
    return checkStaged(options, ports)
  }
  const { fixStaged } = await import('../../workflows/fix-staged.ts')
  return fixStaged(options, fix, ports)
}

function readFix(given: Arguments): FixMode | undefined {
  const isDryRun = given.isOn('dry-run') === true
  if (given.isOn('fix') === true) return { isDryRun }
  if (!isDryRun) return undefined
  throw new CrossoffError('usage', '`--dry-run` shows what `--fix` would write', {
    help: 'a check alone writes nothing: leave it out, or add `--fix`',
  })
}

function readStaged(given: Arguments): boolean {
  if (given.isOn('staged') !== true) return false
  const other = ['write-baseline', 'online'].find((name) => given.isOn(name) === true)
  if (other === undefined) return true
  throw new CrossoffError('usage', `\`--staged\` goes without \`--${other}\``, {
    help: 'a hook looks at the index alone, and asks nobody: run that by itself',
  })
}

function readWriteBaseline(given: Arguments): boolean {
  if (given.isOn('write-baseline') !== true) return false
  if (given.text('base') === undefined && given.isOn('fix') !== true) return true
  throw new CrossoffError('usage', '`--write-baseline` goes without `--base` and `--fix`', {
    help: 'it takes up all that is wrong now: fix first, then write it',
  })
}

function readOnline(given: Arguments): WebOptions | undefined {
  if (given.isOn('online') !== true) return undefined
  return { isPrivateAllowed: given.isOn(ALLOW_PRIVATE.name) === true }
}
