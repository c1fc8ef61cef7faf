import { relative, resolve } from 'node:path'
import { appendFile } from '../adapters/append-file.ts'
import { readReplaced } from '../adapters/disk-tree.ts'
import { createFileWriter } from '../adapters/file-writer.ts'
import type { FileChange } from '../ports.ts'
import type { CheckReport } from '../reporters/check-report.ts'
import { reporters } from '../reporters/index.ts'
import { plainPalette } from '../reporters/palette.ts'
import type { Host } from './host.ts'
import type { ReportFile, ReportOutputs } from './report-outputs.ts'

/**
 * Puts reports into files, all of them or none, and what hosts show beside where they look for it.
 *
 * A folder that is not there is made.
 *
 * @param base Absolute path of the folder that the command runs in.
 */
export async function writeOutputs(
  report: CheckReport,
  { printed, files }: ReportOutputs,
  base: string,
  host: Host,
): Promise<void> {
  const changes = await Promise.all(files.map((file) => planFile(report, file, base)))
  createFileWriter(base, host.fileSystem).write(changes)
  for (const format of new Set([printed, ...files.map((file) => file.format)])) {
    const { summary } = await reporters[format].load()
    if (summary === undefined) continue
    const path = host.environment[summary.variable]
    if (path === undefined || path === '') continue
    appendFile(path, (size) => summary.render(report, summary.bytes - size), host.fileSystem)
  }
}

async function planFile(
  report: CheckReport,
  { format, file }: ReportFile,
  base: string,
): Promise<FileChange> {
  const reporter = await reporters[format].load()
  const path = relative(base, resolve(base, file))
  const before = readReplaced(base, path)
  const after = new TextEncoder().encode(reporter.render(report, { palette: plainPalette }))
  return before === undefined ? { path, after } : { path, before, after }
}
