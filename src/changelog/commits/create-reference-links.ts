import { type HostName, hosts } from '../hosts/index.ts'
import type { HostDefinition } from '../hosts/host-definition.ts'
import { parseRemote } from './parse-remote.ts'
import type { Remote } from './remote.ts'

/** Where things can be seen, as the config says. */
export interface ReferenceLinkOptions {
  /** The forge, where the remote's URL does not tell it. */
  readonly host?: HostName
  /** Templates of URLs; each goes before what the forge has. */
  readonly links?: {
    /** Holds `{commit}`, the hash. */
    readonly commit?: string
    /** Holds `{number}`. */
    readonly issue?: string
    /** Holds `{number}`. */
    readonly request?: string
    /** Holds `{change}`, the Change-Id. */
    readonly change?: string
  }
}

/** Gives the URLs of what commits refer to; `undefined` where nothing tells one. */
export interface ReferenceLinks {
  /** What stands before the number of a request. */
  readonly requestSign: '#' | '!'
  /** Path of the repository on its host; absent where there is no remote. */
  readonly project?: string
  /** @param hash May be shortened. */
  commit(hash: string): string | undefined
  /** @param project Path of another repository on the same host. */
  issue(number: string, project?: string): string | undefined
  /** @param project As for `issue`. */
  request(number: string, project?: string): string | undefined
  change(changeId: string): string | undefined
}

/**
 * Makes the links of a repository.
 *
 * @param url The remote's, where there is one.
 */
export function createReferenceLinks(
  url: string | undefined,
  { host: name, links = {} }: ReferenceLinkOptions,
): ReferenceLinks {
  const remote = url === undefined ? undefined : parseRemote(url)
  const host: HostDefinition | undefined =
    name === undefined ? remote && findHost(remote) : hosts[name]
  const numbered =
    (word: 'issue' | 'request') =>
    (number: string, project = remote?.project): string | undefined => {
      // A template is of this repository: what it makes of another's number would be wrong.
      if (project === remote?.project && links[word] !== undefined)
        return fill(links[word], 'number', number)
      if (remote === undefined || project === undefined) return undefined
      const place = project === remote.project ? remote : { ...remote, project, directory: project }
      return host?.[word]?.(place, number)
    }
  return {
    requestSign: host?.requestSign ?? '#',
    ...(remote === undefined ? {} : { project: remote.project }),
    commit: (hash) => fill(links.commit, 'commit', hash) ?? (remote && host?.commit(remote, hash)),
    issue: numbered('issue'),
    request: numbered('request'),
    change: (changeId) =>
      fill(links.change, 'change', changeId) ?? (remote && host?.change?.(remote, changeId)),
  }
}

function findHost(remote: Remote): HostDefinition | undefined {
  return Object.values<HostDefinition>(hosts).find((host) => host.accepts(remote))
}

function fill(template: string | undefined, word: string, value: string): string | undefined {
  return template?.replaceAll(`{${word}}`, () => value)
}
