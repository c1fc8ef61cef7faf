import { describe, expect, it } from 'vitest'
import {
  createReferenceLinks,
  type ReferenceLinkOptions,
} from '../../../src/changelog/commits/create-reference-links.ts'
import { type HostName, hosts } from '../../../src/changelog/hosts/index.ts'

const change = 'I7e4c90d5f1b2a3c4d5e6f708192a3b4c5d6e7f80'

/** Every link of a remote; what has none is left out. */
function linksOf(url: string | undefined, options: ReferenceLinkOptions = {}): object {
  const links = createReferenceLinks(url, options)
  const all = {
    commit: links.commit('54a4f0239f'),
    issue: links.issue('12'),
    request: links.request('45'),
    change: links.change(change),
  }
  return Object.fromEntries(Object.entries(all).filter(([, link]) => link !== undefined))
}

/** What each forge shows of a repository at one of its hosts. */
const facts: Readonly<Record<HostName, readonly [url: string, links: object]>> = {
  github: [
    'git@github.com:bakery/ovens.git',
    {
      commit: 'https://github.com/bakery/ovens/commit/54a4f0239f',
      issue: 'https://github.com/bakery/ovens/issues/12',
      request: 'https://github.com/bakery/ovens/pull/45',
    },
  ],
  gitlab: [
    'https://gitlab.bakery.example:8443/rye/big/ovens.git',
    {
      commit: 'https://gitlab.bakery.example:8443/rye/big/ovens/-/commit/54a4f0239f',
      issue: 'https://gitlab.bakery.example:8443/rye/big/ovens/-/issues/12',
      request: 'https://gitlab.bakery.example:8443/rye/big/ovens/-/merge_requests/45',
    },
  ],
  gitea: [
    'https://codeberg.org/bakery/ovens',
    {
      commit: 'https://codeberg.org/bakery/ovens/commit/54a4f0239f',
      issue: 'https://codeberg.org/bakery/ovens/issues/12',
      request: 'https://codeberg.org/bakery/ovens/pulls/45',
    },
  ],
  gerrit: [
    'ssh://ana@code.bakery.example:29418/bakery/ovens',
    {
      commit: 'https://code.bakery.example/q/commit:54a4f0239f',
      request: 'https://code.bakery.example/c/bakery/ovens/+/45',
      change: `https://code.bakery.example/q/${change}`,
    },
  ],
  cgit: [
    'https://git.kernel.org/pub/bakery/ovens.git',
    { commit: 'https://git.kernel.org/pub/bakery/ovens.git/commit/?id=54a4f0239f' },
  ],
}

describe('createReferenceLinks', () => {
  it.each(Object.entries(facts))('should know the pages of %s', (_name, [url, links]) => {
    expect(linksOf(url)).toEqual(links)
  })

  it.each([
    ['github', 'https://github.bakery.example/a/b'],
    ['github', 'https://bakery.ghe.com/a/b'],
    ['gitlab', 'git@gitlab.com:a/b'],
    ['gitea', 'https://gitea.com/a/b'],
    ['gitea', 'https://forgejo.bakery.example/a/b'],
    ['gerrit', 'https://bakery.googlesource.com/a'],
    ['gerrit', 'https://gerrit.bakery.example/a/ovens'],
    ['gerrit', 'https://review.bakery.example/ovens'],
    ['cgit', 'https://cgit.bakery.example/ovens'],
    ['cgit', 'https://bakery.example/cgit/ovens.git'],
  ] as const)('should take for %s what is at %s', (name, url) => {
    expect(linksOf(url)).toEqual(linksOf(url, { host: name }))
    expect(linksOf(url)).toHaveProperty('commit')
  })

  it.each([
    'https://bakery.example/a/b',
    'https://notgithub.com/a/b',
    'https://github.com.evil-bakery',
    'https://mygitlab.example/a/b',
    'https://preview.bakery.example/a',
    '/srv/git/ovens.git',
    undefined,
  ])('should know no pages of %s', (url) => {
    expect(linksOf(url)).toEqual({})
  })

  it('should find reviews at Google beside the repository, and where a password is asked', () => {
    const google = createReferenceLinks('https://bakery.googlesource.com/ovens', {})
    expect(google.request('45')).toBe('https://bakery-review.googlesource.com/c/ovens/+/45')
    const other = createReferenceLinks('https://bakery-review.googlesource.com/a/ovens', {})
    expect(other.request('45')).toBe('https://bakery-review.googlesource.com/c/ovens/+/45')
  })

  it('should take the forge that the config names', () => {
    const links = createReferenceLinks('git@bakery.example:rye/ovens.git', { host: 'gitlab' })
    expect(links.request('45')).toBe('https://bakery.example/rye/ovens/-/merge_requests/45')
    expect(links.requestSign).toBe('!')
    expect(linksOf(undefined, { host: 'gitlab' })).toEqual({})
  })

  it('should take the templates of the config before the forge, and without any', () => {
    const links = {
      commit: 'https://code.example/{commit}',
      issue: 'https://bugs.example/{number}?n={number}',
      change: 'https://cl.example/q/{change}',
    }
    const expected = {
      commit: 'https://code.example/54a4f0239f',
      issue: 'https://bugs.example/12?n=12',
      change: `https://cl.example/q/${change}`,
    }
    expect(linksOf(undefined, { links })).toEqual(expected)
    expect(linksOf(facts.github[0], { links })).toEqual({
      ...expected,
      request: 'https://github.com/bakery/ovens/pull/45',
    })
  })

  it('should find what belongs to another repository of the host, whatever the templates', () => {
    const links = createReferenceLinks('git@github.com:bakery/ovens.git', {
      links: { issue: 'https://bugs.example/{number}' },
    })
    expect(links.project).toBe('bakery/ovens')
    expect(links.issue('12')).toBe('https://bugs.example/12')
    expect(links.issue('12', 'bakery/ovens')).toBe('https://bugs.example/12')
    expect(links.issue('12', 'mill/flour')).toBe('https://github.com/mill/flour/issues/12')
    expect(links.request('12', 'mill/flour')).toBe('https://github.com/mill/flour/pull/12')
  })

  it('should know that another repository has no page where there is no remote', () => {
    const links = createReferenceLinks(undefined, { links: { issue: 'https://bugs/{number}' } })
    expect(links.issue('12', 'mill/flour')).toBeUndefined()
  })

  it('should keep one source for the rules of each forge', () => {
    expect(new Set(Object.values(hosts).map(({ source }) => source)).size).toBe(5)
  })
})
