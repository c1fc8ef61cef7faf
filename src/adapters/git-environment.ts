import { findRoot } from './find-root.ts'

/**
 * The environment that git is run with in a repository's root.
 *
 * Variables such as `GIT_DIR` and `GIT_INDEX_FILE` count for the repository that the process was
 * started in, and are dropped for any other.
 */
export function gitEnvironment(root: string, environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  if (findRoot(process.cwd(), environment) === root) return environment
  return Object.fromEntries(
    Object.entries(environment).filter(([name]) => !name.startsWith('GIT_')),
  )
}
