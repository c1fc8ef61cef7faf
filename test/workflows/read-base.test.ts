import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { createFakeHost } from '../fakes/fake-host.ts'
import { createRepository, type GitRepository } from '../fakes/git-repository.ts'

type Texts = Readonly<Record<string, string>>

/** What `check --base` says of the work tree, and what `--fix` makes of a document. */
async function checkSince(
  base: string,
  { root }: GitRepository,
  document = 'TODO.md',
): Promise<{ readonly told: string; readonly fixed: string }> {
  const host = createFakeHost(root)
  await main(['check', '--base', base], host)
  await main(['check', '--base', base, '--fix'], createFakeHost(root))
  return { told: host.output(1), fixed: readFileSync(join(root, document), 'utf8') }
}

/** A repository of two commits. */
function commitBoth(before: Texts, after: Texts, ...gone: string[]): GitRepository {
  const repository = createRepository()
  repository.commit('plan the garden', before)
  for (const file of gone) repository.git('rm', '--quiet', file)
  repository.commit('tidy up', after)
  return repository
}

const leeks = '## Leeks\n\nSow in trays, and plant out when the stems are like pencils.\n'
const care = '## Care\n\nWater in the evening.\n'

describe('check --base, of sections that went to another document', () => {
  it('should say where one is that a dead link led to, and mend the link', async () => {
    const list = '- see [the leeks](north.md#leeks)\n'
    const repository = commitBoth(
      { 'TODO.md': list, 'north.md': `# North\n\n${leeks}\n${care}`, 'beds/south.md': '# South\n' },
      { 'north.md': `# North\n\n${care}`, 'beds/south.md': `# South\n\n${leeks}` },
    )
    const { told, fixed } = await checkSince('HEAD^', repository)
    expect(told).toContain('“Leeks” is `#leeks` now (beds/south.md:3)')
    expect(fixed).toBe('- see [the leeks](beds/south.md#leeks)\n')
  })

  it('should follow one that got another title, and one whose document is gone', async () => {
    const list = '- see [the leeks](north.md#leeks)\n- see [how to care](north.md#care)\n'
    const renamed = leeks.replace('Leeks', 'Winter leeks')
    const repository = commitBoth(
      { 'TODO.md': list, 'north.md': `# North\n\n${leeks}\n${care}`, 'south.md': '# South\n' },
      { 'south.md': `# South\n\n${renamed}`, 'west.md': `# West\n\n${care}` },
      'north.md',
    )
    expect((await checkSince('HEAD^', repository)).fixed).toBe(
      '- see [the leeks](south.md#winter-leeks)\n- see [how to care](west.md#care)\n',
    )
  })

  it('should follow one whose anchor another section has now', async () => {
    const other = '## Leeks\n\nThe last ones are for soup.\n'
    const list = '- see [the leeks](north.md#leeks)\n'
    const repository = commitBoth(
      {
        'TODO.md': list,
        'north.md': `# North\n\n${leeks}\n${other}`,
        'south.md': '# South\n',
      },
      { 'north.md': `# North\n\n${other}`, 'south.md': `# South\n\n${leeks}` },
    )
    const { told, fixed } = await checkSince('HEAD^', repository)
    expect(told).toContain('link/retargeted')
    expect(told).toContain('“Leeks” is `#leeks` now (south.md:3)')
    expect(fixed).toBe('- see [the leeks](south.md#leeks)\n')
  })

  it('should keep the links leading where they led that went with one', async () => {
    const linking = `## Leeks\n\nSow in trays, as [the table](table.md#rows) says.\n\n- then [care](#care)\n`
    const repository = commitBoth(
      { 'north.md': `# North\n\n${linking}\n${care}`, 'table.md': '# Table\n\n## Rows\n' },
      { 'north.md': `# North\n\n${care}`, 'beds/south.md': `# South\n\n${linking}` },
    )
    const { fixed } = await checkSince('HEAD^', repository, 'beds/south.md')
    expect(fixed).toBe(
      `# South\n\n${linking.replace('table.md', '../table.md').replace('#care', '../north.md#care')}`,
    )
  })

  it('should take none for another that many documents have', async () => {
    const notes = '## Notes\n\nKeep the notes short, and say who watered the beds.\n'
    const week = (number: number): string => `# Week ${number}\n\n${notes}`
    const list = '- see [the notes](week-1.md#notes)\n'
    const repository = commitBoth(
      { 'TODO.md': list, 'week-1.md': week(1), 'week-2.md': week(2) },
      { 'week-1.md': '# Week 1\n\nNothing.\n' },
    )
    repository.commit('another place', { 'south.md': `# South\n\nA bed.\n\n${notes}` })
    const { told, fixed } = await checkSince('HEAD~2', repository)
    expect(told).toContain('“Notes” is gone')
    expect(fixed).toBe(list)
  })

  it('should not guess which of two it is', async () => {
    const list = '- see [the leeks](north.md#leeks)\n'
    const repository = commitBoth(
      { 'TODO.md': list, 'north.md': `# North\n\n${leeks}` },
      { 'north.md': '# North\n', 'a.md': `# A\n\n${leeks}`, 'b.md': `# B\n\n${leeks}` },
    )
    expect((await checkSince('HEAD^', repository)).fixed).toBe(list)
  })
})

describe('check --base, of files that have other names', () => {
  const week = (number: number, crop: string): string =>
    `# Week ${number}\n\n## Sown\n\n${crop}\n\n## Notes\n\nKeep the notes short, and say who watered.\n`
  const list = '- see [the week](week-1.md), [what was sown](week-1.md#sown)\n'

  it('should take none for another that was made later from the same template', async () => {
    const repository = createRepository()
    repository.commit('plan', { 'TODO.md': list, 'week-1.md': week(1, 'Beans.') })
    repository.git('rm', '--quiet', 'week-1.md')
    repository.commit('drop the week')
    repository.commit('plan another week', { 'week-9.md': week(9, 'Chard.') })
    const { told, fixed } = await checkSince('HEAD~2', repository)
    expect(told).toContain('`week-1.md` is gone')
    expect(told).toContain('“Sown” is gone')
    expect(fixed).toBe(list)
  })

  it('should follow one that has little left of what it was', async () => {
    const repository = createRepository()
    repository.commit('plan', { 'TODO.md': list, 'week-1.md': week(1, 'Beans.') })
    repository.git('mv', 'week-1.md', 'start.md')
    repository.commit('rename the week')
    repository.git('mv', 'start.md', 'begin.md')
    repository.commit('write it anew', { 'begin.md': week(1, 'Beans and chard.') })
    repository.commit('plan another week', { 'week-9.md': week(1, 'Beans.').replace('1', '9') })
    repository.git('mv', 'begin.md', 'first.md')
    const { fixed } = await checkSince('HEAD~3', repository)
    expect(fixed).toBe('- see [the week](first.md), [what was sown](first.md#sown)\n')
  })

  it('should follow one back from a name that a branch alone gave it', async () => {
    const ahead = list.replaceAll('week-1.md', 'start.md')
    const repository = createRepository()
    repository.commit('plan', { 'TODO.md': ahead, 'week-1.md': week(1, 'Beans.') })
    repository.git('checkout', '--quiet', '-b', 'more')
    repository.git('mv', 'week-1.md', 'start.md')
    repository.commit('rename the week')
    repository.git('checkout', '--quiet', 'main')
    repository.commit('go on', { 'other.md': '# Other\n' })
    expect((await checkSince('more', repository)).fixed).toBe(list)
  })
})
