import { describe, expect, it } from 'vitest'
import { readMissing } from '../../src/history/read-missing.ts'
import { TransitionStore } from '../../src/history/transition-store.ts'
import { satteriEngine } from '../../src/markdown/satteri-engine.ts'
import { createMemoryHistory, type MemoryHistory } from '../fakes/memory-history.ts'
import { readMemory } from './read-memory.ts'
import { tellEvents } from './tell-events.ts'

const latin1 = Uint8Array.from([0x2d, 0x20, 0xe4])
const other = Uint8Array.from([0x2d, 0x20, 0xff])

async function story(memory: MemoryHistory): Promise<readonly string[]> {
  const { events, notes } = await readMemory(memory)
  return [...tellEvents(events), ...notes.map((note) => note.replace(/ at \w+/u, ' at COMMIT'))]
}

const note =
  '`TODO.md` at COMMIT is not valid UTF-8, or missing: what it changed shows in the next commit that can be read'

describe('readMissing', () => {
  const read = async (
    memory: MemoryHistory,
    store = new TransitionStore(),
  ): Promise<{ unreadable: ReadonlySet<string>; steps: string[]; store: TransitionStore }> => {
    const progress: string[] = []
    const { revisions } = memory.history()
    const unreadable = await readMissing(
      revisions
        .toReversed()
        .flatMap(({ before, after }) => before.map((parent) => ({ before: parent, after }))),
      {
        source: memory,
        store,
        engine: satteriEngine,
        progress: (done, total) => progress.push(`${done}/${total}`),
      },
    )
    return { unreadable, steps: progress, store }
  }

  it('should ask for each blob once, in the order in which they are needed', async () => {
    const memory = createMemoryHistory(['- a\n', '- b\n', '- a\n', '- c\n', '- b\n', undefined])
    const { steps, unreadable, store } = await read(memory)
    expect(memory.taken).toEqual(['- a\n', '- b\n', '- c\n'])
    expect(steps).toEqual(['1/3', '2/3', '3/3'])
    expect(unreadable).toEqual(new Set())
    for (const { before, after } of memory.history().revisions)
      expect(store.find(before[0], after)).toBeDefined()
  })

  it('should ask for the blobs of each parent of a merge', async () => {
    const memory = createMemoryHistory([
      '- a\n',
      { content: '- a\n- b\n', parents: [0] },
      { content: '- c\n- a\n', parents: [0] },
      { content: '- c\n- a\n- b\n', parents: [2, 1] },
    ])
    await read(memory)
    expect(memory.taken).toEqual(['- a\n', '- a\n- b\n', '- c\n- a\n', '- c\n- a\n- b\n'])
  })

  it('should ask for nothing where nothing is missing', async () => {
    const memory = createMemoryHistory([])
    expect(await read(memory)).toMatchObject({ steps: [], unreadable: new Set() })
    expect(memory.taken).toEqual([])
  })

  it('should tell which blobs cannot be read, and keep nothing that depends on them', async () => {
    const memory = createMemoryHistory(['- a\n', latin1, '- b\n', '- c\n'], { lost: ['- c\n'] })
    const { unreadable, store } = await read(memory)
    const [lost, , broken] = memory.history().revisions.map(({ after }) => after)
    expect(unreadable).toEqual(new Set([broken, lost]))
    expect(store.render().split('\n')).toHaveLength(1)
  })
})

describe('a revision that cannot be read', () => {
  const whole = ['- a\n', '- a\n- b\n', '- a\n- b\n- c\n']

  it('should change nothing, and show what it did in the next that can be read', async () => {
    expect(await story(createMemoryHistory([whole[0], latin1, whole[2]]))).toEqual([
      'commit 2: added b',
      'commit 2: added c',
      'commit 0: added a',
      note,
    ])
  })

  it('should count for the same where the repository does not have it', async () => {
    expect(await story(createMemoryHistory(whole, { lost: [whole[1]] }))).toEqual([
      'commit 2: added b',
      'commit 2: added c',
      'commit 0: added a',
      note,
    ])
  })

  it('should have nothing where it is the first', async () => {
    expect(await story(createMemoryHistory([latin1, whole[1], whole[2]]))).toEqual([
      'commit 2: added c',
      'commit 1: added a',
      'commit 1: added b',
      note,
    ])
  })

  it('should leave all as it was where it is the last', async () => {
    const memory = createMemoryHistory([whole[0], whole[1], latin1])
    expect(await story(memory)).toEqual(['commit 1: added b', 'commit 0: added a', note])
    expect((await readMemory(memory)).tip).toHaveLength(2)
  })

  it('should be told each time where there are several, one behind another', async () => {
    expect(await story(createMemoryHistory([whole[0], latin1, other, whole[1]]))).toEqual([
      'commit 3: added b',
      'commit 0: added a',
      note,
      note,
    ])
  })

  it('should leave all as it was where the document was removed and comes back so', async () => {
    expect(await story(createMemoryHistory([whole[0], undefined, latin1, whole[1]]))).toEqual([
      'commit 3: added a',
      'commit 3: added b',
      'commit 1: dropped a',
      'commit 0: added a',
      note,
    ])
  })

  it('should change nothing the second time either', async () => {
    expect(
      await story(createMemoryHistory([whole[0], latin1, whole[1], latin1, whole[2]])),
    ).toEqual(['commit 4: added c', 'commit 2: added b', 'commit 0: added a', note, note])
  })

  it('should change nothing on a branch, nor where branches meet', async () => {
    const branch = (merged: string | Uint8Array): MemoryHistory =>
      createMemoryHistory([
        '- a\n',
        { content: latin1, parents: [0] },
        { content: '- a\n- b\n', parents: [0] },
        { content: merged, parents: [2, 1] },
        '- a\n- b\n- c\n',
      ])
    expect(await story(branch('- a\n- b\n- d\n'))).toEqual([
      'commit 4: dropped d',
      'commit 4: added c',
      'commit 3: added d',
      'commit 2: added b',
      'commit 0: added a',
      note,
    ])
    expect(await story(branch(other))).toEqual([
      'commit 4: added c',
      'commit 2: added b',
      'commit 0: added a',
      note,
      note,
    ])
  })

  it('should be told again by a run that knows all others', async () => {
    const memory = createMemoryHistory([whole[0], latin1, whole[1], whole[2]])
    const store = new TransitionStore()
    const first = await readMemory(memory, store)
    const again = createMemoryHistory([whole[0], latin1, whole[1], whole[2]])
    expect(await readMemory(again, new TransitionStore(store.render()))).toEqual(first)
    expect(again.taken).toEqual([whole[0], '?', whole[1]])
  })

  it('should be read when it is there again', async () => {
    const lost = createMemoryHistory(whole, { lost: [whole[1]] })
    const store = new TransitionStore()
    await readMemory(lost, store)
    const found = await readMemory(createMemoryHistory(whole), new TransitionStore(store.render()))
    expect(found).toEqual(await readMemory(createMemoryHistory(whole)))
  })

  it('should not stop what goes wrong otherwise', async () => {
    const memory = createMemoryHistory(whole)
    const broken = {
      ...memory,
      blobs: () => ({
        [Symbol.asyncIterator]: () => ({
          next: () => Promise.reject(new Error('the disk is gone')),
        }),
      }),
    }
    await expect(readMemory(broken)).rejects.toThrow('the disk is gone')
  })
})
