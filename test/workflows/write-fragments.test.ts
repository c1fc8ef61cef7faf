import getReleasePlan from '@changesets/get-release-plan'
import { describe, expect, it } from 'vitest'
import { writeFragments } from '../../src/workflows/write-fragments.ts'
import { createEntry } from '../fakes/entry.ts'
import { createFakePorts } from '../fakes/fake-ports.ts'
import { createTemporaryFolder } from '../fakes/temporary-folder.ts'

const manifest = JSON.stringify({ author: { name: 'Ada' }, name: 'seed-box', version: '1.2.3' })

describe('writeFragments', () => {
  it('should give changesets that the real tool releases the package with', async () => {
    const files = { 'TODO.md': '', 'package.json': manifest, '.changeset/config.json': '{}' }
    const ports = createFakePorts(files)
    const entries = [
      createEntry(),
      createEntry({
        key: '0123456789ac-c0ffee01',
        summary: 'Hoses: `no` # leaks',
        type: 'Fixed',
        commitType: 'fix',
      }),
    ]
    const { files: paths } = await writeFragments(entries, { tool: 'changesets' }, ports)
    expect(paths).toEqual([...ports.written.keys()])
    const place = createTemporaryFolder({ ...files, ...Object.fromEntries(ports.written) })
    const plan = await getReleasePlan(place)
    expect(plan.changesets).toEqual([
      {
        id: '0123456789ab-c0ffee00',
        summary: 'Beans can be sown in `rows`.',
        releases: [{ name: 'seed-box', type: 'minor' }],
      },
      {
        id: '0123456789ac-c0ffee01',
        summary: 'Hoses: `no` # leaks',
        releases: [{ name: 'seed-box', type: 'patch' }],
      },
    ])
    expect(plan.releases).toMatchObject([{ name: 'seed-box', newVersion: '1.3.0' }])
  })

  it('should take the nearest package that has a name, or those that were named', async () => {
    const files = {
      'package.json': manifest,
      'beds/package.json': '{ "name": "beds" }',
      'beds/north/package.json': '{ "private": true }',
      'beds/south/package.json': 'no JSON',
    }
    const releases = async (file: string, packages?: string[]): Promise<string | undefined> => {
      const ports = createFakePorts(files)
      await writeFragments([createEntry({ file })], { tool: 'changesets', packages }, ports)
      return [...ports.written.values()][0]?.split('\n')[2]
    }
    expect(await releases('docs/src/TODO.md')).toBe('seed-box: minor')
    expect(await releases('beds/north/TODO.md')).toBe('beds: minor')
    expect(await releases('beds/south/TODO.md')).toBe('beds: minor')
    expect(await releases('beds/TODO.md', ['hose'])).toBe('hose: minor')
  })

  it('should say where there is no package', async () => {
    const written = writeFragments([createEntry()], { tool: 'changesets' }, createFakePorts({}))
    await expect(written).rejects.toMatchObject({
      code: 'usage',
      message: 'no `package.json` above `TODO.md` has a name',
    })
  })

  it('should leave what is there, and write what has become another', async () => {
    const first = createFakePorts({ 'notes/more/old.md': 'x' })
    const request = { tool: 'towncrier', folder: 'notes', markup: 'markdown' } as const
    const {
      files: [path = ''],
    } = await writeFragments([createEntry()], request, first)
    expect(path).toBe('notes/+0123456789ab-c0ffee00.feature.md')
    const second = createFakePorts(Object.fromEntries(first.written))
    expect(await writeFragments([createEntry()], request, second)).toEqual({ files: [], notes: [] })
    const changed = [createEntry({ summary: 'Sow!' })]
    expect(await writeFragments(changed, request, second)).toEqual({ files: [path], notes: [] })
    const { type: _type, ...undone } = createEntry({ outcome: 'undone' })
    expect(await writeFragments([undone], request, second)).toEqual({
      files: [],
      notes: [`\`${path}\` tells of what is no change now; remove it`],
    })
    expect(await writeFragments([createEntry({ type: 'Fixed' })], request, second)).toEqual({
      files: [],
      notes: [`\`${path}\` would be \`${path.replace('feature', 'bugfix')}\` now; rename it`],
    })
  })
})
