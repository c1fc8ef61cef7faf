import { globalFlags } from '../cli/flag.ts'
import { createNodeHost } from '../cli/node-host.ts'
import { openSession } from '../cli/open-session.ts'
import { parseArguments } from '../cli/parse-arguments.ts'
import type { Session } from '../cli/session.ts'

/** Where a file stands. */
export interface Place {
  /** Absolute path of the working directory. */
  readonly cwd: string
  /** Path of the file, from `cwd`. */
  readonly path: string
  /** Absolute path of the repository that it belongs to. */
  readonly root: string
}

/** Opens the repository of a file. */
export type Open = (place: Place) => Promise<Session>

/** Makes what opens repositories as the command does that is run in the same folder. */
export function openFor(config: string): Open {
  return async ({ cwd, path }) => {
    const host = { ...createNodeHost(), directory: cwd, isTerminal: () => false }
    const words = config === '' ? [] : [`--config=${config}`]
    const given = await parseArguments(words, globalFlags, [])
    return openSession(host, given, { near: path, tree: 'git' })
  }
}

/**
 * Makes the same for files that come one by one, of which nobody says which is the last.
 *
 * A repository stays open for a second, so that git is not asked for each file; and for no longer, as a
 * server may run for days in which files come and go.
 */
export function openOnceFor(config: string): Open {
  const open = openFor(config)
  const opened = new Map<string, { readonly session: Promise<Session>; readonly since: number }>()
  return (place) => {
    const key = JSON.stringify([place.cwd, place.root])
    const now = performance.now()
    const known = opened.get(key)
    if (known !== undefined && now - known.since < 1000) return known.session
    const session = open(place)
    opened.set(key, { session, since: now })
    return session
  }
}
