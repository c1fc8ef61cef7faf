import { afterEach, describe, expect, it, vi } from 'vitest'
import { loadEngine } from '../../src/markdown/load-engine.ts'

function breakSatteri(): void {
  vi.doMock('../../src/markdown/satteri-engine.ts', () => {
    throw new Error('no native binding for this machine')
  })
}

afterEach(() => {
  vi.doUnmock('../../src/markdown/satteri-engine.ts')
  vi.resetModules()
})

describe('loadEngine', () => {
  it('should read with satteri where it loads', async () => {
    expect((await loadEngine()).name).toBe('satteri')
  })

  it('should give the engine it is asked for', async () => {
    expect((await loadEngine('satteri')).name).toBe('satteri')
    expect((await loadEngine('remark')).name).toBe('remark')
  })

  it('should fall back to remark where the native binding does not load, and say why', async () => {
    breakSatteri()
    const causes: unknown[] = []
    const engine = await loadEngine(undefined, (cause) => causes.push(cause))
    expect(engine.name).toBe('remark')
    expect(causes).toHaveLength(1)
    expect(causes[0]).toBeInstanceOf(Error)
  })

  it('should fall back in silence where nobody listens', async () => {
    breakSatteri()
    expect((await loadEngine()).name).toBe('remark')
  })

  it('should not fall back where satteri was asked for by name', async () => {
    breakSatteri()
    await expect(loadEngine('satteri')).rejects.toThrow()
  })
})
