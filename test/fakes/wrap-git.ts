import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTemporaryFolder, gitEnvironment } from './temporary-folder.ts'

/** A git that does something else first. */
export interface WrappedGit {
  readonly environment: NodeJS.ProcessEnv
  /** The folder that the line can leave notes in. */
  readonly folder: string
}

/** Makes a git that runs a line of shell first, to which its own folder is `$folder`. */
export function wrapGit(line: string): WrappedGit {
  const folder = createTemporaryFolder()
  const path = gitEnvironment.PATH ?? ''
  const script = `#!/bin/sh\nfolder='${folder}'\n${line}\nPATH='${path}' exec git "$@"\n`
  writeFileSync(join(folder, 'git'), script, { mode: 0o755 })
  return { environment: { ...gitEnvironment, PATH: `${folder}:${path}` }, folder }
}
