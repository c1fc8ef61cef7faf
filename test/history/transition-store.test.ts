import { describe, expect, it } from 'vitest'
import type { Transition } from '../../src/history/transition.ts'
import { TransitionStore } from '../../src/history/transition-store.ts'
import { createMemoryHistory } from '../fakes/memory-history.ts'
import { readMemory } from './read-memory.ts'

const sow: Transition = {
  runs: [[0, 1, 2]],
  changes: [
    { change: 'added', kind: 'bullet', title: 'säen 🌱', path: ['Beete', 'säen 🌱'], new: 0 },
    {
      change: 'moved',
      kind: 'section',
      title: '',
      path: [''],
      before: { path: ['"\n\u001b'] },
      after: { path: [''] },
      implied: true,
      old: 1,
      new: 2,
    },
  ],
  came: [{ number: 0, kind: 'bullet', path: ['Beete', 'säen 🌱'], key: '0123456789ab' }],
  went: [],
  size: 3,
}
const rest: Transition = { runs: [], changes: [], came: [], went: [], size: 0 }

describe('TransitionStore', () => {
  it('should find what was added, by both blobs', () => {
    const store = new TransitionStore()
    expect(store.find('a', 'b')).toBeUndefined()
    store.add('a', 'b', sow)
    store.add(undefined, 'a', rest)
    expect(store.find('a', 'b')).toStrictEqual(sow)
    expect(store.find(undefined, 'a')).toStrictEqual(rest)
    for (const [before, after] of [
      ['b', 'a'],
      ['a', undefined],
      [undefined, 'b'],
      ['a', 'a'],
      [undefined, undefined],
    ] as const)
      expect(store.find(before, after)).toBeUndefined()
  })

  it('should find what another rendered, whole', () => {
    const store = new TransitionStore()
    store.add('a', 'b', sow)
    store.add('b', undefined, rest)
    const text = store.render()
    const again = new TransitionStore(text)
    expect(again.find('a', 'b')).toStrictEqual(sow)
    expect(again.find('b', undefined)).toStrictEqual(rest)
    expect(again.render()).toBe(text)
  })

  it('should give transitions of real revisions back as they were', async () => {
    const store = new TransitionStore()
    const memory = createMemoryHistory(['# Beds\n\n- [ ] peas\n- kale\n', '# Plot\n\n- [x] peas\n'])
    await readMemory(memory, store)
    const { revisions } = memory.history()
    const again = new TransitionStore(store.render())
    for (const { before, after } of revisions) {
      const transition = store.find(before[0], after)
      expect(transition?.changes.length).toBeGreaterThan(0)
      expect(again.find(before[0], after)).toStrictEqual(transition)
    }
  })

  it('should keep only what was asked for, and what was added', () => {
    const old = new TransitionStore()
    old.add('a', 'b', sow)
    old.add('b', 'c', sow)
    old.add('c', 'd', rest)
    const store = new TransitionStore(old.render())
    expect(store.isChanged).toBe(false)
    store.find('b', 'c')
    expect(store.isChanged).toBe(false)
    store.add('d', 'e', rest)
    expect(store.isChanged).toBe(true)
    const next = new TransitionStore(store.render())
    const names = ['ab', 'bc', 'cd', 'de'].filter(
      (name) => next.find(name.slice(0, 1), name.slice(1)) !== undefined,
    )
    expect(names).toEqual(['bc', 'de'])
  })

  it.each(['', '\n', 'sow peas', '{}', 'a..b', '{"transitions":{"a..b":{}}}'])(
    'should know nothing from a text that names no transition: %j',
    (text) => {
      const store = new TransitionStore(text)
      expect([store.has('a', 'b'), store.find('a', 'b')]).toEqual([false, undefined])
      expect(store.render()).toBe('')
    },
  )

  it('should say what it has, and not take that for being asked', () => {
    const old = new TransitionStore()
    old.add('a', 'b', sow)
    expect([old.has('a', 'b'), old.has('b', 'a')]).toEqual([true, false])
    const store = new TransitionStore(old.render())
    expect(store.has('a', 'b')).toBe(true)
    expect(store.render()).toBe('')
  })

  it('should keep texts of many lines on one each', () => {
    const store = new TransitionStore()
    for (const name of ['a', 'b', 'c']) store.add(name, 'z', sow)
    expect(store.render().split('\n')).toHaveLength(3)
  })

  it('should take no name of an object for a transition', () => {
    const store = new TransitionStore()
    for (const name of ['constructor', '__proto__', 'toString'])
      expect(store.find(name, undefined) ?? store.find(undefined, name)).toBeUndefined()
  })
})
