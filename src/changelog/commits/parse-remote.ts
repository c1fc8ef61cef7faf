import type { Remote } from './remote.ts'

/**
 * Parses the URL of a remote, in every form that git takes for another host.
 *
 * ```text
 * https://forge.example:8443/bakery/ovens.git
 * ssh://ana@forge.example:29418/bakery/ovens
 * git@forge.example:bakery/ovens.git
 * ```
 *
 * A name, a password, a query and a fragment, which may be secrets, are no part of the result. `undefined` for a path, a bundle, and for what
 * is none of these. Source: https://git-scm.com/docs/git-clone#_git_urls
 */
export function parseRemote(url: string): Remote | undefined {
  const {
    scheme = 'ssh',
    authority = '',
    path = '',
  } = (WITH_SCHEME.exec(url) ?? SHORT.exec(url))?.groups ?? {}
  const { host, port } = HOST.exec(authority.slice(authority.lastIndexOf('@') + 1))?.groups ?? {}
  const directory = path.replace(QUERY, '').split('/').filter(Boolean).join('/')
  if (host === undefined || directory === '') return undefined
  const isWeb = scheme.toLowerCase().startsWith('http')
  const webScheme = isWeb ? scheme.toLowerCase() : 'https'
  const name = host.toLowerCase().replace(SSH_NAME, '')
  return {
    // Only the port of a web server leads to its pages.
    origin: `${webScheme}://${name}${isWeb && port !== undefined ? `:${port}` : ''}`,
    host: name,
    directory,
    project: directory.replace(SUFFIX, ''),
    ...(port === undefined || isWeb ? {} : { sshPort: port }),
  }
}

/** "ssh://ana@forge.example/bakery/ovens"; `git+ssh` and `ssh+git` are old spellings. */
const WITH_SCHEME =
  /^(?<scheme>https?|ssh|git|git\+ssh|ssh\+git):\/\/(?<authority>[^/]+)\/(?<path>.*)$/iu
/** "git@forge.example:bakery/ovens.git"; a letter alone is a drive of Windows. */
const SHORT = /^(?<authority>[^/:]{2,}|\w*@?\[[\da-f:]+\]):(?!\/\/)(?<path>.+)$/iu
/** "forge.example:29418", "[::1]" */
const HOST = /^(?<host>[\w.-]+|\[[\da-f:]+\])(?::(?<port>\d+))?$/iu
/** "ssh.github.com": where a firewall lets nothing else pass, SSH goes to a name of its own. */
const SSH_NAME = /^(?:alt)?ssh\.(?=github\.com$|gitlab\.com$)/u
/** "?private_token=s3cret" */
const QUERY = /[?#].*$/su
const SUFFIX = /\.git$/u
