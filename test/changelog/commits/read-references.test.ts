import { describe, expect, it } from 'vitest'
import type { CommitDetails, Trailer } from '../../../src/changelog/commits/commit-details.ts'
import { createReferenceLinks } from '../../../src/changelog/commits/create-reference-links.ts'
import { readReferences } from '../../../src/changelog/commits/read-references.ts'

const commit = '54a4f0239f2e3a4b5c6d7e8f90a1b2c3d4e5f607'
const change = 'I7e4c90d5f1b2a3c4d5e6f708192a3b4c5d6e7f80'
const github = 'https://github.com/bakery/ovens'
const gitlab = 'https://gitlab.com/bakery/ovens'
const forge = 'https://forge.example/bakery/ovens'

interface Said extends Partial<CommitDetails> {
  readonly message: string
  readonly remote?: string
}

/** What a commit refers to, a line each, without the commit itself. */
function references(said: string | Said): string[] {
  const { remote, ...given } = typeof said === 'string' ? { message: said } : said
  const details: CommitDetails = { commit, trailers: [], paths: [], ...given }
  const lines = readReferences(details, createReferenceLinks(remote, {})).map(
    ({ kind, text, url }) => [kind, text, ...(url === undefined ? [] : [url])].join(' '),
  )
  expect(lines.pop()).toMatch(/^commit 54a4f0239f/u)
  return lines
}

function trailers(...lines: string[]): Trailer[] {
  return lines.map((line) => {
    const [key = '', value = ''] = line.split(/: (.*)/u)
    return { key, value }
  })
}

/** What the trailers of a commit refer to. */
function ofTrailers(...lines: string[]): string[] {
  return references({
    message: `Bake rye\n\n${lines.join('\n')}\n`,
    trailers: trailers(...lines),
  })
}

describe('readReferences, of trailers', () => {
  it('should tell the review and the change', () => {
    expect(
      ofTrailers(`Change-Id: ${change}`, 'Reviewed-on: https://cl.example/c/bakery/+/12607'),
    ).toEqual(['review 12607 https://cl.example/c/bakery/+/12607', `change ${change}`])
    expect(
      references({
        message: 'Bake rye',
        trailers: trailers(`change-ID: ${change}`),
        remote: 'https://gerrit.example/ovens',
      }),
    ).toEqual([`change ${change} https://gerrit.example/q/${change}`])
  })

  it('should call a review by its last number, or what else its URL ends with', () => {
    const text = (url: string): string | undefined =>
      ofTrailers(`Reviewed-on: ${url}`)[0]?.split(' ')[1]
    expect(text('https://cl.example/12607')).toBe('12607')
    expect(text('https://cl.example/c/bakery2/+/12607/3#message-9')).toBe('12607')
    expect(text('https://cl.example/bake/rye/')).toBe('rye')
    expect(text('https://')).toBeUndefined()
    expect(text('by Ana')).toBeUndefined()
  })

  it('should take the URL of a request for a request', () => {
    expect(ofTrailers(`Reviewed-on: ${forge}/pulls/12`)).toEqual([
      `request bakery/ovens#12 ${forge}/pulls/12`,
    ])
  })

  it('should leave out the name of the repository itself, whatever page shows it', () => {
    const details: CommitDetails = {
      commit,
      message: 'Bake rye',
      trailers: trailers(`Closes: ${github}/issues/7`),
      paths: [],
    }
    const links = createReferenceLinks(github, {
      links: { issue: 'https://bugs.example/{number}' },
    })
    expect(readReferences(details, links)[0]).toEqual({
      kind: 'issue',
      text: '#7',
      url: `${github}/issues/7`,
    })
  })

  it('should tell what a commit fixes, closes and resolves, several in one line', () => {
    expect(
      ofTrailers(
        'Fixes: #12, #13 and mill/flour#3',
        `Closes: ${forge}/issues/14`,
        'Resolves: https://bugs.example/show?id=45#c9; <https://bugs.example/46>',
        'fixes: 0123456789ab ("bake wheat")',
        `Closes: ${forge}/commit/${'ab12'.repeat(10)}`,
      ),
    ).toEqual([
      'issue #12',
      'issue #13',
      'issue mill/flour#3',
      `issue bakery/ovens#14 ${forge}/issues/14`,
      'issue 45 https://bugs.example/show?id=45#c9',
      'issue 46 https://bugs.example/46',
      'commit 0123456789',
      `commit ab12ab12ab ${forge}/commit/${'ab12'.repeat(10)}`,
    ])
  })

  it('should leave out what is no change, number or hash', () => {
    expect(
      ofTrailers('Change-Id: none', 'Fixes: 1234567', 'Fixes: defaced', 'Refs: #12', 'Cc: #12'),
    ).toEqual([])
  })
})

describe('readReferences, of text', () => {
  it.each([
    'fix #12',
    'Fix: #12',
    'fixes #12.',
    'This was hard, but it fixed #12: rye.',
    'Closes: GH-12',
    'Closing issue #12',
    'It resolves (see below) and resolves #12',
    'Rye\n\nCloses #12\nand more.',
  ])('should find the issue in %j', (message) => {
    expect(references(message)).toEqual(['issue #12'])
  })

  it('should find several, in a list or each with its word', () => {
    const all = ['issue #12', 'issue #13', 'issue mill/flour#14']
    expect(references('Closes #12, #13, and mill/flour#14, a lot')).toEqual(all)
    expect(references('Closes #12, closes #13 & fixes mill/flour#14')).toEqual(all)
    expect(references('Closes #12 #13\nCloses mill/flour#14')).toEqual(all)
  })

  it('should find requests that it closes, and hashes', () => {
    expect(references('Closes !12. Fixes 0123456789ab')).toEqual([
      'request !12',
      'commit 0123456789',
    ])
  })

  it.each([
    'See #12',
    'fix the colour #123456 of rye',
    'fix #012',
    'fix #12ab',
    'fix #fff',
    'fix #12-rye',
    'fix # 12',
    'fix mill#12',
    'prefix #12',
    'hot-fix-fixes-#12',
    'fix `#12` in the list',
    'Rye\n\n    fixes #12',
    'Rye\n\n```\nfixes #12\n```',
    'Rye\n\n~~~\nfixes #12',
    'Rye\n\nHe wrote ``fixes `#12` ``.',
    'Revert "fix #12"',
    'Revert "Bake rye (#12)"',
    'Bake (#12) rye',
    'Bake rye(#12)',
    'Bake rye (#fff)',
  ])('should find nothing in %j', (message) => {
    expect(references(message)).toEqual([])
  })

  it('should read on behind code', () => {
    expect(references('Rye\n\n```\nfixes #12\n```\nFixes #13')).toEqual(['issue #13'])
    expect(references('Use `rye`, fixes #12, and `wheat`')).toEqual(['issue #12'])
    expect(references('A ` alone\n\nfixes #12 `')).toEqual(['issue #12'])
  })
})

describe('readReferences, of requests', () => {
  it.each([
    'Bake rye (#12)',
    'Merge pull request #12 from ana/rye',
    'Merge pull request #12 in BAKE/ovens from rye to main',
    "Merge pull request 'Bake rye' (#12) from ana/rye into main",
    'Merged in ana/rye (pull request #12)',
    'Merged PR 12: Bake rye',
  ])('should find the request in %j, and in that of a merge', (message) => {
    expect(references({ message, remote: github })).toEqual([`request #12 ${github}/pull/12`])
    expect(references({ message: 'Bake rye', mergeMessage: message, remote: github })).toEqual([
      `request #12 ${github}/pull/12`,
    ])
  })

  it('should find all at the end of a subject', () => {
    expect(references('Bake rye (#12) (#13)')).toEqual(['request #12', 'request #13'])
  })

  it('should read the signs of GitLab', () => {
    const mergeMessage =
      "Merge branch 'rye' into 'main'\n\nBake rye\n\nCloses #12\n\nSee merge request bakery/ovens!45"
    expect(references({ message: 'Bake rye (#13)', mergeMessage, remote: gitlab })).toEqual([
      `request !45 ${gitlab}/-/merge_requests/45`,
      `issue #13 ${gitlab}/-/issues/13`,
      `issue #12 ${gitlab}/-/issues/12`,
    ])
    expect(references('Bake rye (!45)')).toEqual(['request !45'])
    expect(references('Bake rye (#13)\n\nSee merge request !45')).toEqual([
      'request #13',
      'request !45',
    ])
    expect(references({ message: 'Rye', mergeMessage })).toEqual([
      'request bakery/ovens!45',
      'issue #12',
    ])
  })

  it('should know issues of a forge that is not named, and has a sign of its own', () => {
    const remote = 'https://gitlab.com/bakery/ovens'
    expect(references({ message: 'Rye (#13)', remote })).toEqual([
      `issue #13 ${remote}/-/issues/13`,
    ])
  })

  it('should read the trailers of the merge, but for its change', () => {
    expect(
      references({
        message: 'Bake rye',
        mergeMessage: `Merge rye\n\nChange-Id: ${change}\nFixes: #12\n`,
        mergeTrailers: trailers(`Change-Id: ${change}`, 'Fixes: #12'),
      }),
    ).toEqual(['issue #12'])
  })
})

describe('readReferences, of all together', () => {
  it('should tell each once: reviews, requests, issues, changes, then the commit', () => {
    const lines = [
      `Change-Id: ${change}`,
      `Closes: ${github}/issues/7`,
      'Fixes: #7, bakery/ovens#8',
    ]
    const details: CommitDetails = {
      commit,
      message: `Bake rye, fixes #7, closes #12 (#12)\n\n${lines.join('\n')}\n`,
      trailers: trailers(...lines, 'Reviewed-on: https://cl.example/+/12', 'Fixes: 54a4f0239f2e'),
      mergeMessage: 'Merge pull request #12 from ana/rye',
      paths: [],
    }
    expect(readReferences(details, createReferenceLinks(github, {}))).toEqual([
      { kind: 'review', text: '12', url: 'https://cl.example/+/12' },
      { kind: 'request', text: '#12', url: `${github}/pull/12` },
      { kind: 'issue', text: '#7', url: `${github}/issues/7` },
      { kind: 'issue', text: '#8', url: `${github}/issues/8` },
      { kind: 'change', text: change },
      { kind: 'commit', text: '54a4f0239f', url: `${github}/commit/54a4f0239f2e` },
    ])
  })

  it('should tell the commit alone where it refers to nothing', () => {
    const details = { commit, message: '', trailers: [], paths: [] }
    expect(readReferences(details, createReferenceLinks(undefined, {}))).toEqual([
      { kind: 'commit', text: '54a4f0239f' },
    ])
  })
})
