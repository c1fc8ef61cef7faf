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
const [change] = sow.changes
const [trace] = sow.came
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

  it.each<readonly [string, unknown]>([
    ['none', 'sow'],
    ['nothing', null],
    ['a list', []],
    ['empty', {}],
    ['without its size', { ...sow, size: undefined }],
    ['of a size that is none', { ...sow, size: -1 }],
    ['of a size that is broken', { ...sow, size: 2.5 }],
    ['with runs that are no list', { ...sow, runs: { 0: [0, 1, 2] } }],
    ['with a run that is none', { ...sow, runs: [[0, 1]] }],
    ['with a run of a word', { ...sow, runs: [[0, 1, '2']] }],
    ['with a run that is too long', { ...sow, runs: [[0, 1, 3]] }],
    ['with a run that leads too far', { ...sow, runs: [[0, 2, 2]] }],
    ['with a run from too far', { ...sow, runs: [[1, 1, 2]] }],
    [
      'with runs that meet',
      {
        ...sow,
        runs: [
          [0, 1, 1],
          [1, 1, 1],
        ],
      },
    ],
    ['with an item from nowhere', { ...sow, came: [] }],
    ['with an item that came to nowhere', { ...sow, came: [{ ...trace, number: 7 }] }],
    ['with an item that is none', { ...sow, came: [null] }],
    ['with an item of no kind', { ...sow, came: [{ ...trace, kind: 'weed' }] }],
    ['with an item of a kind of objects', { ...sow, came: [{ ...trace, kind: 'constructor' }] }],
    ['with an item without a path', { ...sow, came: [{ ...trace, path: 'Beds' }] }],
    ['with an item of a path of numbers', { ...sow, came: [{ ...trace, path: [1] }] }],
    ['with an item without a key', { ...sow, came: [{ ...trace, key: 0 }] }],
    ['with an item that went from nowhere', { ...sow, went: [{ ...trace, number: 0 }] }],
    ['without changes', { ...sow, changes: undefined }],
    ['with a change that is none', { ...sow, changes: ['added'] }],
    ['with a change of no kind', { ...sow, changes: [{ ...change, change: 'eaten' }] }],
    ['with a change of an item of no kind', { ...sow, changes: [{ ...change, kind: 'weed' }] }],
    ['with a change without a title', { ...sow, changes: [{ ...change, title: 1 }] }],
    ['with a change without a path', { ...sow, changes: [{ ...change, path: {} }] }],
    ['with a change of another number', { ...sow, changes: [{ ...change, new: 'first' }] }],
    ['with a change of another old number', { ...sow, changes: [{ ...change, old: -1 }] }],
    ['with a change of nothing before', { ...sow, changes: [{ ...change, before: null }] }],
    ['with a change of another title', { ...sow, changes: [{ ...change, after: { title: 1 } }] }],
    ['with a change of another path', { ...sow, changes: [{ ...change, after: { path: 1 } }] }],
    ['with a change of another text', { ...sow, changes: [{ ...change, before: { text: 1 } }] }],
    ['with a change of no status', { ...sow, changes: [{ ...change, before: { status: 'x' } }] }],
    ['with a change that is half implied', { ...sow, changes: [{ ...change, implied: false }] }],
    ['with a change from a word', { ...sow, changes: [{ ...change, from: 'Beds' }] }],
    ['with a change into a word', { ...sow, changes: [{ ...change, into: 'Beds' }] }],
  ])('should not know a transition that is %s', (_, value) => {
    const lines = [`a..b ${JSON.stringify(value)}`, `b..c ${JSON.stringify(sow)}`]
    const store = new TransitionStore(lines.join('\n'))
    expect([store.has('a', 'b'), store.find('a', 'b')]).toEqual([false, undefined])
    expect(store.find('b', 'c')).toStrictEqual(sow)
    expect(store.render()).toBe(lines[1])
  })

  it('should not know a transition whose line is cut', () => {
    const store = new TransitionStore(`a..b ${JSON.stringify(sow).slice(0, -1)}`)
    expect([store.has('a', 'b'), store.find('a', 'b')]).toEqual([false, undefined])
  })

  it('should find what any of several texts has, and keep what was asked for of each', () => {
    const [one, other] = [new TransitionStore(), new TransitionStore()]
    one.add('a', 'b', sow)
    one.add('b', 'c', rest)
    other.add('a', 'b', sow)
    other.add('c', 'd', rest)
    const store = new TransitionStore(one.render(), undefined, other.render())
    for (const [before, after] of ['ab', 'bc', 'cd'].map((name) => Array.from(name)))
      expect(store.find(before, after)).toBeDefined()
    expect(store.isChanged).toBe(false)
    expect(store.render().split('\n')).toHaveLength(3)
  })

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
