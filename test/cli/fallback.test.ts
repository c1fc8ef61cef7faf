import { describe, expect, it, vi } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { createFakeHost, type FakeHost } from '../fakes/fake-host.ts'
import { createTemporaryFolder } from '../fakes/temporary-folder.ts'

vi.mock('../../src/markdown/satteri-engine.ts', () => ({
  get satteriEngine(): never {
    throw new Error('no binding for this machine')
  },
}))

async function list(...flags: string[]): Promise<FakeHost> {
  const host = createFakeHost(createTemporaryFolder({ 'TODO.md': '# List\n' }))
  expect(await main(['list', ...flags], host)).toBe(0)
  expect(host.output(1)).toBe('List :1\n')
  return host
}

describe('without the native parser', () => {
  it('should work, and say so once where it is asked to', async () => {
    expect((await list('--verbose')).output(2)).toBe(
      'crossoff: the fast parser does not load here, the slow one is used: no binding for this machine\n',
    )
  })

  it('should say nothing where it is not', async () => {
    expect((await list()).output(2)).toBe('')
  })
})
