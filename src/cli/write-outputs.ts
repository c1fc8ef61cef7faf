import { relative, resolve } from 'node:path'
import { readReplaced } from '../adapters/disk-tree.ts'
import { createFileWriter } from '../adapters/file-writer.ts'
import type { FileChange } from '../ports.ts'
import type { CheckReport } from '../reporters/check-report.ts'
import { reporters } from '../reporters/index.ts'
import { plainPalette } from '../reporters/palette.ts'
import type { Host } from './host.ts'
import type { ReportFile } from './report-outputs.ts'

/**
 * Puts reports into files, all of them or none; a folder that is not there is made.
 *
 * @param base Absolute path of the folder that the command runs in.
 */
export async function writeOutputs(
  report: CheckReport,
  files: readonly ReportFile[],
  base: string,
  host: Host,
): Promise<void> {
  const changes = files.map(async ({ format, file }): Promise<FileChange> => {
    const reporter = await reporters[format].load()
    const path = relative(base, resolve(base, file))
    const before = readReplaced(base, path)
    const after = new TextEncoder().encode(reporter.render(report, { palette: plainPalette }))
    return before === undefined ? { path, after } : { path, before, after }
  })
  createFileWriter(base, host.fileSystem).write(await Promise.all(changes))
}
