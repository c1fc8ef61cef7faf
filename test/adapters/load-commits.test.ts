import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { decodeName } from '../../src/adapters/file-name.ts'
import { loadCommits } from '../../src/adapters/load-commits.ts'
import { parseCommits } from '../../src/adapters/parse-commits.ts'
import type { CommitDetails } from '../../src/changelog/commits/commit-details.ts'
import { parseMessage } from '../../src/changelog/commits/parse-message.ts'
import { createRepository, type GitRepository } from '../fakes/git-repository.ts'
import { gitEnvironment } from '../fakes/temporary-folder.ts'
import { wrapGit } from '../fakes/wrap-git.ts'

/** Messages whose trailers are not plain to see, and that git takes apart in its own way. */
const odd: Readonly<Record<string, string>> = {
  'no message': '',
  'a subject that looks like one': 'Cc: Ana\n',
  'a block without a blank line': 'Bake rye\nCc: Ana\n',
  'a block that prose comes before': 'Bake rye\n\nIt sells:\nCc: Ana\n',
  'a block of Git and prose': 'Bake rye\n\nIt sells.\nSigned-off-by: Ana <a@b>\nAnd more.\n',
  'prose that drowns the block':
    'Bake rye\n\none\ntwo\nthree\nfour\nSigned-off-by: Ana <a@b>\nfive\nsix\n',
  'a cherry-pick': 'Bake rye\n\nCc: Ana\n(cherry picked from commit 54a4f0239f2e)\n',
  'a divider': 'Bake rye\n\nIt sells.\n---\nA note.\n\nCc: Ana\n',
  'a divider below': 'Bake rye\n\nCc: Ana\n---\nA note.\n',
  'a comment inside': 'Bake rye\n\nCc: Ana\n# who else?\nCc: Bo\n',
  'a comment behind': 'Bake rye\n\nCc: Ana\n\n# Changes to be committed:\n',
  'conflicts behind': 'Bake rye\n\nCc: Ana\n\nConflicts:\n\tTODO.md\n',
  'folded values': 'Bake rye\n\nCc: Ana,\n  Bo,\n\tCy\nTested-by: Di\n',
  'no value': 'Bake rye\n\nCc:\nTested-by:   \n',
  'odd spaces': 'Bake rye\n\nCc :  Ana \n\n\n',
  'odd keys': 'Bake rye\n\nX-9: a\n-: b\nÄ: c\n',
  'another mark': 'Bake rye\n\nBug #43\nFixes = 12\nCc: Ana\n',
  'a URL': 'Bake rye\n\nReviewed-on: https://cl.example/c/bakery/+/12607\nNote: a: b\n',
  Windows: 'Bake rye\r\n\r\nIt sells.\r\n\r\nCc: Ana\r\nTested-by: Bo\r\n',
  'two blocks': 'Bake rye\n\nCc: Ana\n\nCc: Bo\n',
  'spaces between': 'Bake rye\n  \nIt sells.\n \t\nCc: Ana\n',
  'a breaking change': 'Bake rye\n\nBREAKING CHANGE: heavier\nRefs: #12\n',
}

/** A commit with exactly that message, which no branch has. */
function commitTree(root: string, message: string | Buffer, ...options: string[]): string {
  const tree = execFileSync('git', ['mktree'], { cwd: root, env: gitEnvironment, input: '' })
  const lines = ['tree', 'author', 'committer'].map((word) =>
    word === 'tree'
      ? `tree ${tree.toString().trim()}`
      : `${word} Ada <ada@example.org> 1709208000 +0000`,
  )
  const input = Buffer.concat([
    Buffer.from([...lines, ...options, '', ''].join('\n')),
    Buffer.from(message),
  ])
  const args = ['hash-object', '-t', 'commit', '-w', '--stdin']
  return execFileSync('git', args, { cwd: root, env: gitEnvironment, input }).toString().trim()
}

/** The trailers of a message as `git interpret-trailers` prints them, keys and values apart. */
function interpret({ root }: GitRepository, message: string): string[][] {
  // In a file, a divider ends the message and a patch begins; a commit has no patch.
  const args = ['interpret-trailers', '--parse', '--no-divider']
  return execFileSync('git', args, { cwd: root, env: gitEnvironment, input: message })
    .toString()
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split(/[:=#] ?(.*)/u).slice(0, 2))
    .map(([key = '', value = '']) => [key.trim(), value])
}

async function load({ root }: GitRepository, ...ids: string[]): Promise<CommitDetails[]> {
  return [...(await loadCommits(root, ids, gitEnvironment)).values()]
}

describe('loadCommits', () => {
  it('should load messages, trailers and paths, of each commit once', async () => {
    const repository = createRepository()
    const first = repository.commit('Plan\n\nCc: Ana\nCc: Bo\n', {
      'TODO.md': 'rye',
      'b/c d.md': '',
    })
    const second = repository.commit('Nothing')
    const third = repository.commit('Bake\n\nWell.', { 'TODO.md': 'wheat' })
    expect(await load(repository, third, first, third, second)).toEqual([
      { commit: third, message: 'Bake\n\nWell.\n', trailers: [], paths: ['TODO.md'] },
      {
        commit: first,
        message: 'Plan\n\nCc: Ana\nCc: Bo\n',
        trailers: [
          { key: 'Cc', value: 'Ana' },
          { key: 'Cc', value: 'Bo' },
        ],
        paths: ['TODO.md', 'b/c d.md'],
      },
      { commit: second, message: 'Nothing\n', trailers: [], paths: [] },
    ])
    expect(await load(repository)).toEqual([])
  })

  it('should tell of a rename both names, and of a merge what it brought', async () => {
    const repository = createRepository()
    const { git, commit, merge } = repository
    commit('Plan', { 'TODO.md': 'rye', 'OLD.md': 'a long text that is only moved' })
    git('checkout', '--quiet', '-b', 'rye')
    git('mv', 'OLD.md', 'NEW.md')
    const moved = commit('Move')
    git('checkout', '--quiet', 'main')
    commit('Wheat', { 'TODO.md': 'wheat' })
    merge('rye')
    git('config', 'diff.renames', 'copies')
    git('config', 'log.diffMerges', 'combined')
    const paths = ['NEW.md', 'OLD.md']
    expect(await load(repository, git('rev-parse', 'HEAD'), moved)).toMatchObject([
      { message: "Merge branch 'rye'\n", paths },
      { message: 'Move\n', paths },
    ])
  })

  it('should take any byte in paths and messages', async () => {
    const repository = createRepository()
    const { root, git, commit } = repository
    const names = [
      '7c381f297c381f297c381f297c381f297c381f29',
      ':a',
      '\n',
      '-z',
      'käse.md',
      'caf\uDCE9.md',
    ]
    const blob = git('hash-object', '-w', '--stdin')
    const input = Buffer.concat(
      names.map((name) =>
        Buffer.concat([
          Buffer.from(`100644 ${blob}\t`),
          name === 'caf\uDCE9.md' ? Buffer.from('caf\xe9.md', 'latin1') : Buffer.from(name),
          Buffer.from([0]),
        ]),
      ),
    )
    execFileSync('git', ['update-index', '-z', '--index-info'], {
      cwd: root,
      env: gitEnvironment,
      input,
    })
    git('commit', '--quiet', '--message', 'names')
    const [named] = await load(repository, git('rev-parse', 'HEAD'))
    expect(named?.paths.toSorted()).toEqual(names.toSorted())
    expect(decodeName(Buffer.from('caf\xe9.md', 'latin1'))).toBe(names.at(-1))

    commit('unused')
    const latin = commitTree(
      root,
      Buffer.from('K\xe4se\n\nCc: Zo\xeb\n', 'latin1'),
      'encoding ISO-8859-1',
    )
    const broken = commitTree(root, Buffer.from('K\xe4se \x01\x7f\n\nCc: \xff\n', 'latin1'))
    expect(await load(repository, latin, broken)).toMatchObject([
      { message: 'Käse\n\nCc: Zoë\n', trailers: [{ key: 'Cc', value: 'Zoë' }] },
      { message: 'K\uFFFDse \x01\x7f\n\nCc: \uFFFD\n', trailers: [{ key: 'Cc', value: '\uFFFD' }] },
    ])
  })

  it('should say why git knows no such commit', async () => {
    const { root, commit } = createRepository()
    commit('Plan')
    await expect(loadCommits(root, ['7'.repeat(40)], gitEnvironment)).rejects.toMatchObject({
      code: 'git',
      message: `\`git log\` failed in \`${root}\``,
      help: `fatal: bad object ${'7'.repeat(40)}`,
    })
  })

  it('should start git once', async () => {
    const { root, commit } = createRepository()
    const ids = [commit('Plan'), commit('Bake'), commit('Sell')]
    const { environment, folder } = wrapGit('echo >> "$folder/runs"')
    await loadCommits(root, ids, environment)
    expect(execFileSync('cat', [`${folder}/runs`]).toString()).toBe('\n')
  })
})

describe('loadCommits, of trailers', () => {
  it.each(['', ':', ':#', ':=#'])('should read as git does, with the marks %j', async (marks) => {
    const repository = createRepository()
    if (marks !== '') repository.git('config', 'trailer.separators', marks)
    const ids = Object.values(odd).map((message) => commitTree(repository.root, message))
    const loaded = await loadCommits(repository.root, ids, gitEnvironment)
    const read = ids.map((id) => loaded.get(id)?.trailers.map(({ key, value }) => [key, value]))
    const names = Object.keys(odd)
    expect(Object.fromEntries(names.map((name, index) => [name, read[index]]))).toEqual(
      Object.fromEntries(names.map((name) => [name, interpret(repository, odd[name] ?? '')])),
    )
  })

  it('should know keys that are set, with their marks', async () => {
    const repository = createRepository()
    repository.git('config', 'trailer.separators', ':#')
    repository.git('config', 'trailer.bug.key', 'Bug #')
    repository.git('config', 'trailer.ack.key', 'Acked-by: ')
    const id = commitTree(repository.root, 'Bake rye\n\nbug #43\nack: Ana: Bo\nNote: : c\n')
    expect((await load(repository, id))[0]?.trailers).toEqual([
      { key: 'Bug', value: '43' },
      { key: 'Acked-by', value: 'Ana: Bo' },
      { key: 'Note', value: 'c' },
    ])
  })
})

describe('loadCommits, for parseMessage', () => {
  it('should leave all of a body that is no trailer to git', async () => {
    const repository = createRepository()
    const bodies: Record<string, string> = {}
    for (const [name, message] of Object.entries(odd)) {
      const [loaded] = await load(repository, commitTree(repository.root, message))
      bodies[name] = parseMessage(loaded?.message ?? '', loaded?.trailers ?? []).body
    }
    expect(Object.entries(bodies).filter(([, body]) => body !== '')).toEqual([
      ['a block that prose comes before', 'It sells:\nCc: Ana'],
      ['a block of Git and prose', 'It sells.\nAnd more.'],
      ['prose that drowns the block', 'one\ntwo\nthree\nfour\nSigned-off-by: Ana <a@b>\nfive\nsix'],
      ['a divider', 'It sells.\n---\nA note.'],
      ['a divider below', 'Cc: Ana\n---\nA note.'],
      ['odd keys', 'X-9: a\n-: b\nÄ: c'],
      ['another mark', 'Bug #43\nFixes = 12\nCc: Ana'],
      ['Windows', 'It sells.'],
      ['two blocks', 'Cc: Ana'],
      ['spaces between', 'It sells.'],
      ['a breaking change', 'BREAKING CHANGE: heavier\nRefs: #12'],
    ])
  })
})

describe('parseCommits', () => {
  it.each([
    'cut short',
    '\0no hash\0a\0\0',
    `\0${'7'.repeat(40)}\0a\0`,
    'path\0',
    `\0${'7'.repeat(40)}\0a\0no trailer\0`,
  ])('should refuse %j', (output) => {
    expect(() => parseCommits(Buffer.from(output))).toThrow('where a commit was expected')
  })
})
