import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { GitRepository } from '../fakes/git-repository.ts'
import type { CommandResult } from '../fakes/run-command.ts'
import { runMain } from '../fakes/run-main.ts'
import {
  plan,
  list,
  broken,
  moved,
  followed,
  prepare,
  write,
  read,
  stage,
  readStaged,
} from '../fakes/staged-repository.ts'
import { createTemporaryFolder, gitEnvironment, writeFiles } from '../fakes/temporary-folder.ts'

function check({ root }: GitRepository, ...args: string[]): Promise<CommandResult> {
  return runMain(root, ['check', '--staged', ...args])
}

const clean = { code: 0, stderr: '' }

describe('crossoff check --staged', () => {
  it('should look at the index, and never at the work tree', async () => {
    const repository = prepare()
    stage(repository, 'TODO.md', broken)
    write(repository, 'TODO.md', list)
    const result = await check(repository)
    expect(result.code).toBe(1)
    expect(result.stdout).toContain('TODO.md:3:29 error')
    stage(repository, 'TODO.md', `${list}- [ ] weed\n`)
    write(repository, 'TODO.md', broken)
    expect(await check(repository)).toMatchObject(clean)
  })

  it('should find nothing to check where nothing is staged', async () => {
    const repository = prepare({ 'plan.md': plan, 'TODO.md': broken })
    expect((await check(repository)).stdout).toBe(
      'no findings in 0 documents, 0 links (0 checked)\n',
    )
  })

  it('should leave alone what documents that are not staged had before', async () => {
    const repository = prepare({ 'plan.md': plan, 'TODO.md': broken, 'log.md': '# Log\n' })
    stage(repository, 'log.md', '# Log\n\nMore.\n')
    expect(await check(repository)).toMatchObject(clean)
  })

  it('should find the links of others that it breaks, by a section that leaves or a file', async () => {
    const repository = prepare()
    stage(repository, 'plan.md', plan.replace('## Beds', '## Ponds'))
    const renamed = await check(repository)
    expect(renamed.code).toBe(1)
    expect(renamed.stdout).toContain('TODO.md:3:22 error')
    repository.git('reset', '--quiet', '--hard')
    repository.git('rm', '--quiet', 'plan.md')
    expect((await check(repository)).stdout).toContain(
      'TODO.md:3:22 error nothing stands at `plan.md`',
    )
    repository.git('reset', '--quiet', '--hard')
    repository.git('mv', 'plan.md', 'beds.md')
    const gone = await check(repository)
    expect(gone.code).toBe(1)
    expect(gone.stdout).toContain('beds.md')
  })

  it('should find a link that means another section by what is staged', async () => {
    const twice = '# Plan\n\n## Bed\n\nNorth.\n\n## Bed\n\nSouth.\n'
    const repository = prepare({ 'plan.md': twice, 'TODO.md': '# Garden\n\n[bed](plan.md#bed)\n' })
    stage(repository, 'plan.md', twice.replace('## Bed\n\nNorth.\n\n', ''))
    expect((await check(repository)).stdout).toContain('link/retargeted')
  })

  it('should tell of a file that is in the work tree alone', async () => {
    const repository = prepare()
    write(repository, 'pond.md', '# Pond\n')
    stage(repository, 'TODO.md', `${list}- [ ] fill [it](pond.md)\n`)
    const { stdout } = await check(repository)
    expect(stdout).toContain('nothing stands at `pond.md`')
    expect(stdout).toContain('`git add -- pond.md`')
  })

  it('should check only what is named and staged', async () => {
    const repository = prepare({ 'plan.md': plan, 'TODO.md': list, 'docs/a.md': '# A\n' })
    stage(repository, 'TODO.md', broken)
    stage(repository, 'docs/a.md', '# A\n\n[b](b.md)\n')
    expect((await check(repository, 'docs')).stdout).toContain('1 error in 1 document')
    expect((await check(repository, join(repository.root, 'TODO.md'))).stdout).toContain(
      'TODO.md:3',
    )
  })

  it('should compare with a revision where one is named', async () => {
    const repository = prepare({ 'plan.md': plan, 'TODO.md': broken })
    stage(repository, 'TODO.md', `${broken}\n[gone](gone.md)\n`)
    const { stdout } = await check(repository, '--base', 'HEAD')
    expect(stdout).toContain('gone.md')
    expect(stdout).not.toContain('#ponds')
  })

  it('should refuse what goes past the index', async () => {
    const repository = prepare()
    expect(await check(repository, '--online')).toMatchObject({ code: 2 })
    expect(await check(repository, '--write-baseline')).toMatchObject({ code: 2 })
    const outside = createTemporaryFolder({ 'TODO.md': list })
    expect(await runMain(outside, ['check', '--staged'])).toMatchObject({ code: 2 })
  })
})

describe('crossoff check --staged, in repositories of all kinds', () => {
  it('should work before the first commit', async () => {
    const repository = prepare({})
    stage(repository, 'TODO.md', broken)
    stage(repository, 'plan.md', plan)
    expect((await check(repository)).stdout).toContain('TODO.md:3:29 error')
    stage(repository, 'TODO.md', list)
    expect(await check(repository)).toMatchObject(clean)
  })

  it('should take a file that is announced for none', async () => {
    const repository = prepare()
    write(repository, 'pond.md', '# Pond\n\n[nowhere](nowhere.md)\n')
    repository.git('add', '--intent-to-add', 'pond.md')
    expect(await check(repository)).toMatchObject(clean)
    stage(repository, 'TODO.md', `${list}- [ ] fill [it](pond.md)\n`)
    expect((await check(repository)).stdout).toContain('nothing stands at `pond.md`')
    stage(repository, 'empty.md', '')
    stage(repository, 'TODO.md', `${list}- [ ] fill [it](empty.md)\n`)
    expect(await check(repository)).toMatchObject(clean)
  })

  it('should follow symbolic links within the index, and none out of it', async () => {
    const repository = prepare()
    const { root, git } = repository
    mkdirSync(join(root, 'docs'))
    symlinkSync('../plan.md', join(root, 'docs/beds.md'))
    symlinkSync('docs', join(root, 'shown'))
    symlinkSync('/etc', join(root, 'far'))
    symlinkSync('round', join(root, 'round'))
    git('add', 'docs', 'shown', 'far', 'round')
    rmSync(join(root, 'shown'))
    rmSync(join(root, 'docs/beds.md'))
    const links = ['shown/beds.md#paths', 'docs/beds.md#beds', 'far/hosts', 'round', 'shown']
    stage(repository, 'TODO.md', links.map((link) => `[a](${link})\n`).join('\n'))
    expect(await check(repository)).toMatchObject(clean)
    stage(repository, 'TODO.md', '[a](shown/beds.md#ponds)\n')
    expect((await check(repository)).stdout).toContain('TODO.md:1')
  })

  it('should leave alone what lies in a submodule', async () => {
    const library = prepare({ 'guide.md': '# Guide\n' })
    const repository = prepare()
    repository.git(
      '-c',
      'protocol.file.allow=always',
      'submodule',
      '--quiet',
      'add',
      library.root,
      'lib',
    )
    stage(repository, 'TODO.md', `${list}\n[guide](lib/guide.md) [lib](lib) [no](lib/none.md)\n`)
    expect(await check(repository)).toMatchObject(clean)
  })

  it('should work where most files are not in the work tree', async () => {
    const repository = prepare({
      'docs/plan.md': plan,
      'list/TODO.md': '[a](../docs/plan.md#beds)\n',
    })
    repository.git('sparse-checkout', 'set', '--cone', '--sparse-index', 'list')
    stage(repository, 'list/TODO.md', '[a](../docs/plan.md#beds) again\n')
    expect(await check(repository)).toMatchObject(clean)
    stage(repository, 'list/TODO.md', '[a](../docs/plan.md#ponds)\n')
    expect((await check(repository)).code).toBe(1)
  })

  it('should work in a shallow clone', async () => {
    const source = prepare()
    source.commit('docs: more', { 'log.md': '# Log\n' })
    const folder = createTemporaryFolder()
    source.git('clone', '--quiet', '--depth=1', `file://${source.root}`, join(folder, 'clone'))
    const clone = { ...source, root: join(folder, 'clone') }
    writeFiles(clone.root, { 'plan.md': plan.replace('## Beds', '## Ponds') })
    spawnSync('git', ['add', 'plan.md'], { cwd: clone.root, env: gitEnvironment })
    expect((await check(clone)).stdout).toContain('TODO.md:3:22 error')
  })

  it('should leave out of a merge what is in conflict', async () => {
    const repository = prepare()
    repository.git('switch', '--quiet', '--create', 'side')
    repository.commit('docs: one', { 'TODO.md': list.replace('rake', 'hoe') })
    repository.git('switch', '--quiet', 'main')
    repository.commit('docs: other', { 'TODO.md': list.replace('rake', 'mow') })
    repository.merge('side')
    const { code, stdout, stderr } = await check(repository)
    expect(code).toBe(0)
    expect(stdout + stderr).toContain('1 file is in conflict, and not checked: TODO.md')
  })

  it('should take paths of any bytes', async () => {
    const repository = prepare()
    const names = [
      'a b.md',
      'ä.md',
      '"quoted".md',
      '*.md',
      '-f.md',
      'tab\there.md',
      'line\nbreak.md',
    ]
    for (const name of names) stage(repository, name, '[nowhere](nowhere.md)\n')
    const { stdout } = await runMain(repository.root, ['check', '--staged', '--json'])
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { file: string }[] }
    expect(diagnostics.map(({ file }) => file)).toEqual(names.toSorted())
  })
})

describe('crossoff check --staged --fix', () => {
  it('should leave a work tree alone in which the same place is another', async () => {
    const repository = prepare()
    stage(repository, 'plan.md', moved)
    stage(repository, 'TODO.md', `${list}- [ ] weed\n`)
    const mine = list.replace('the beds', 'all beds')
    write(repository, 'TODO.md', mine)
    const { code, stdout, stderr } = await check(repository, '--fix')
    expect(code).toBe(0)
    expect(stdout + stderr).toContain('`TODO.md` is fixed in the index alone')
    expect(readStaged(repository, 'TODO.md')).toBe(`${followed}- [ ] weed\n`)
    expect(read(repository, 'TODO.md')).toBe(mine)
  })

  it('should fix a file that is not in the work tree any more', async () => {
    const repository = prepare()
    stage(repository, 'plan.md', moved)
    stage(repository, 'TODO.md', `${list}- [ ] weed\n`)
    rmSync(join(repository.root, 'TODO.md'))
    expect((await check(repository, '--fix')).code).toBe(0)
    expect(readStaged(repository, 'TODO.md')).toBe(`${followed}- [ ] weed\n`)
    expect(repository.git('status', '--porcelain')).toContain('MD TODO.md')
  })

  it('should write line ends as git converts them', async () => {
    const repository = prepare()
    repository.git('config', 'core.autocrlf', 'true')
    const crlf = (text: string): string => text.replaceAll('\n', '\r\n')
    stage(repository, 'plan.md', crlf(moved))
    stage(repository, 'TODO.md', crlf(`${list}- [ ] weed\n`))
    expect((await check(repository, '--fix')).code).toBe(0)
    expect(readStaged(repository, 'TODO.md')).toBe(`${followed}- [ ] weed\n`)
    expect(read(repository, 'TODO.md')).toBe(crlf(`${followed}- [ ] weed\n`))
  })

  it('should keep the mode of a file', async () => {
    const repository = prepare()
    stage(repository, 'plan.md', moved)
    stage(repository, 'TODO.md', `${list}- [ ] weed\n`)
    repository.git('update-index', '--chmod=+x', 'TODO.md')
    expect((await check(repository, '--fix')).code).toBe(0)
    expect(repository.git('ls-files', '--stage', 'TODO.md')).toMatch(/^100755 /u)
  })

  it('should show what it would write', async () => {
    const repository = prepare()
    stage(repository, 'plan.md', moved)
    stage(repository, 'TODO.md', `${list}- [ ] weed\n`)
    const { stdout } = await check(repository, '--fix', '--dry-run')
    expect(stdout).toContain('+- [ ] dig [the beds](plan.md#north-beds)')
    expect(readStaged(repository, 'TODO.md')).toBe(`${list}- [ ] weed\n`)
  })

  it('should put the index back where the work tree cannot be written', async () => {
    const repository = prepare()
    stage(repository, 'plan.md', moved)
    stage(repository, 'docs/TODO.md', '[a](../plan.md#beds)\n')
    const before = repository.git('ls-files', '--stage')
    rmSync(join(repository.root, '.git/index.lock'), { force: true })
    writeFileSync(join(repository.root, '.git/index.lock'), '')
    const { code, stderr } = await check(repository, '--fix')
    expect(code).toBe(2)
    expect(stderr).toContain('index.lock')
    rmSync(join(repository.root, '.git/index.lock'))
    expect(repository.git('ls-files', '--stage')).toBe(before)
    expect(read(repository, 'docs/TODO.md')).toBe('[a](../plan.md#beds)\n')
  })

  it('should never decide what is in conflict', async () => {
    const repository = prepare()
    const { git } = repository
    git('switch', '--quiet', '--create', 'side')
    repository.commit('docs: one', { 'TODO.md': list.replace('rake', 'hoe') })
    git('switch', '--quiet', 'main')
    repository.commit('docs: other', { 'TODO.md': list.replace('rake', 'mow'), 'plan.md': moved })
    repository.merge('side')
    const before = git('ls-files', '--stage')
    const { stdout } = await check(repository, '--fix', '--base', 'HEAD~1')
    expect(stdout).not.toContain('TODO.md:3')
    expect(git('ls-files', '--stage')).toBe(before)
  })

  it('should leave alone what git was told not to look at', async () => {
    const repository = prepare()
    const { git } = repository
    stage(repository, 'plan.md', moved)
    stage(repository, 'TODO.md', `${list}- [ ] weed\n`)
    git('update-index', '--skip-worktree', 'TODO.md')
    write(repository, 'TODO.md', 'Mine.\n')
    expect((await check(repository, '--fix')).code).toBe(1)
    expect(git('ls-files', '-v', 'TODO.md')).toBe('S TODO.md')
    git('update-index', '--no-skip-worktree', 'TODO.md')
    git('update-index', '--assume-unchanged', 'TODO.md')
    expect((await check(repository, '--fix')).code).toBe(1)
    expect(git('ls-files', '-v', 'TODO.md')).toBe('h TODO.md')
    expect(read(repository, 'TODO.md')).toBe('Mine.\n')
  })

  it('should write through no link, and over no folder, that stands in the work tree alone', async () => {
    const repository = prepare()
    const outside = createTemporaryFolder({ 'far.md': list, 'TODO.md': list })
    const { root } = repository
    stage(repository, 'plan.md', moved)
    stage(repository, 'TODO.md', `${list}- [ ] weed\n`)
    stage(repository, 'docs/TODO.md', list.replace('plan.md', '../plan.md'))
    rmSync(join(root, 'TODO.md'))
    symlinkSync(join(outside, 'far.md'), join(root, 'TODO.md'))
    rmSync(join(root, 'docs'), { recursive: true })
    symlinkSync(outside, join(root, 'docs'))
    expect((await check(repository, '--fix')).code).toBe(0)
    expect(readStaged(repository, 'TODO.md')).toBe(`${followed}- [ ] weed\n`)
    expect(readFileSync(join(outside, 'far.md'), 'utf8')).toBe(list)
    expect(readFileSync(join(outside, 'TODO.md'), 'utf8')).toBe(list)
    repository.git('reset', '--quiet', 'TODO.md')
    rmSync(join(root, 'TODO.md'))
    stage(repository, 'TODO.md', `${list}- [ ] weed\n`)
    rmSync(join(root, 'TODO.md'))
    mkdirSync(join(root, 'TODO.md'))
    expect((await check(repository, '--fix')).code).toBe(0)
  })

  it('should fix a document of mixed line ends, and one that has them in the work tree', async () => {
    const repository = prepare()
    const mixed = `One.\r\n\r\n${list}`
    stage(repository, 'plan.md', moved)
    stage(repository, 'TODO.md', mixed)
    await check(repository, '--fix')
    expect(read(repository, 'TODO.md')).toBe(mixed.replace('#beds', '#north-beds'))
    expect(repository.git('status', '--porcelain', 'TODO.md')).toBe('M  TODO.md')
  })
})
