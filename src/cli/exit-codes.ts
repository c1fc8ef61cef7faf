/** What a process ends with, and what each number means. */
export const exitCodes: {
  readonly clean: 0
  readonly findings: 1
  readonly cannotRun: 2
  readonly bug: 70
  readonly interrupted: 130
  readonly terminated: 143
} = {
  clean: 0,
  findings: 1,
  cannotRun: 2,
  // EX_SOFTWARE of sysexits.h.
  bug: 70,
  // As shells count: 128, and the number of the signal.
  interrupted: 130,
  terminated: 143,
}

/** One of the numbers that crossoff ends with. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** What each exit code means, as `--help` shows it; those of signals mean it everywhere. */
export const exitCodeMeanings: ReadonlyMap<ExitCode, string> = new Map([
  [exitCodes.clean, 'done, and nothing to report'],
  [exitCodes.findings, 'findings: an error in a document, or links that a change would break'],
  [
    exitCodes.cannotRun,
    'cannot run: usage, config, selector or an unreadable input; nothing was written',
  ],
  [exitCodes.bug, 'a mistake in crossoff itself'],
])
