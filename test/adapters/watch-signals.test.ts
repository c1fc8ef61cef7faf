import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { watchSignals } from '../../src/adapters/watch-signals.ts'

describe('watchSignals', () => {
  it.each([
    ['SIGINT', 'interrupted'],
    ['SIGTERM', 'terminated'],
  ])('should hear %s once, so that the next ends the process', (signal, name) => {
    const process = new EventEmitter()
    const { signal: end, name: nameOf } = watchSignals(process)
    expect([end.aborted, nameOf()]).toEqual([false, undefined])
    expect(process.eventNames()).toEqual(['SIGINT', 'SIGTERM'])
    process.emit(signal)
    expect([end.aborted, nameOf()]).toEqual([true, name])
    expect(process.eventNames()).toEqual([])
  })

  it('should leave a process alone when nobody watches any more', () => {
    const process = new EventEmitter()
    const { signal, release } = watchSignals(process)
    release()
    process.emit('SIGINT')
    expect(signal.aborted).toBe(false)
  })
})
