import { describe, expect, it } from 'vitest'
import { parseRemote } from '../../../src/changelog/commits/parse-remote.ts'

/** The pages and the project of a remote, on one line. */
function pages(url: string): string | undefined {
  const remote = parseRemote(url)
  return remote && `${remote.origin} ${remote.project}`
}

describe('parseRemote', () => {
  it('should tell all that pages depend on', () => {
    expect(parseRemote('ssh://ana@Forge.example:29418/bakery/ovens.git/')).toEqual({
      origin: 'https://forge.example',
      host: 'forge.example',
      directory: 'bakery/ovens.git',
      project: 'bakery/ovens',
      sshPort: '29418',
    })
    expect(parseRemote('http://forge.example:3000/ovens')).toEqual({
      origin: 'http://forge.example:3000',
      host: 'forge.example',
      directory: 'ovens',
      project: 'ovens',
    })
  })

  it.each([
    'https://forge.example/bakery/ovens.git',
    'https://forge.example/bakery/ovens/',
    'HTTPS://forge.example//bakery/ovens',
    'git@forge.example:bakery/ovens.git',
    'git@forge.example:/bakery/ovens.git',
    'forge.example:bakery/ovens',
    'git://forge.example/bakery/ovens.git',
    'ssh://forge.example/bakery/ovens.git',
    'git+ssh://git@forge.example:22/bakery/ovens.git',
    'ssh+git://git@forge.example/bakery/ovens',
  ])('should read %j', (url) => {
    expect(pages(url)).toBe('https://forge.example bakery/ovens')
  })

  it('should know groups of any depth, addresses, and names for SSH alone', () => {
    expect(pages('git@forge.example:a/b/c/d.git')).toBe('https://forge.example a/b/c/d')
    expect(pages('https://127.0.0.1:8080/ovens')).toBe('https://127.0.0.1:8080 ovens')
    expect(pages('https://[::1]:8080/ovens')).toBe('https://[::1]:8080 ovens')
    expect(pages('ssh://git@ssh.github.com:443/bakery/ovens.git')).toBe(
      'https://github.com bakery/ovens',
    )
    expect(pages('git@altssh.gitlab.com:bakery/ovens.git')).toBe('https://gitlab.com bakery/ovens')
  })

  it('should show no name, password, query or fragment', () => {
    for (const url of [
      'https://ana:s3cret@forge.example/ovens.git',
      'https://ana:s3c@ret@forge.example/ovens.git',
      'https://s3cret@forge.example/ovens',
      'ssh://ana:s3cret@forge.example:22/ovens',
      'https://forge.example/ovens.git?private_token=s3cret/',
      'https://forge.example/ovens/#s3cret',
      'git@forge.example:ovens?s3cret',
    ]) {
      expect(pages(url)).toBe('https://forge.example ovens')
      expect(JSON.stringify(parseRemote(url))).not.toContain('s3c')
    }
  })

  it.each([
    '/srv/git/ovens.git',
    '../ovens',
    './ovens:old',
    'C:\\bakery\\ovens',
    'C:/bakery/ovens',
    'file:///srv/git/ovens.git',
    'persistent-https://forge.example/ovens',
    'https://forge.example',
    'https://forge.example/',
    'https:///ovens',
    'ovens.bundle',
    '',
  ])('should find no host in %j', (url) => {
    expect(parseRemote(url)).toBeUndefined()
  })
})
