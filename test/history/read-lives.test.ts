import { describe, expect, it } from 'vitest'
import type { ChangeKind } from '../../src/diff/change.ts'
import type { HistoryEvent } from '../../src/history/event.ts'
import { readLives } from '../../src/history/read-lives.ts'
import { createRevision } from '../fakes/revision.ts'

/** Events of one item, newest first: `moved!` is one that follows from another change. */
function livesOf(...words: string[]): { added: string | undefined; changed: string | undefined } {
  const events = words.map((word, index): HistoryEvent => {
    const change = word.replace('!', '') as ChangeKind
    return {
      change,
      kind: 'bullet',
      title: 'peas',
      path: ['peas'],
      item: 'peas',
      ...(word.endsWith('!') && { implied: true as const }),
      revision: createRevision({ commit: `${words.length - index} ${change}` }),
    }
  })
  const life = readLives(events).get('peas')
  return { added: life?.added?.commit, changed: life?.changed?.commit }
}

describe('readLives', () => {
  it('should know nothing of items without events', () => {
    expect(readLives([])).toEqual(new Map())
  })

  it('should take the commit that added an item for its last change, where nothing else is', () => {
    expect(livesOf('added')).toEqual({ added: '1 added', changed: '1 added' })
  })

  it('should take the newest change, whatever it is', () => {
    for (const word of ['renamed', 'moved', 'edited', 'checked', 'unchecked'])
      expect(livesOf(word, 'edited', 'added')).toEqual({ added: '1 added', changed: `3 ${word}` })
  })

  it('should not count what follows from other changes', () => {
    expect(livesOf('moved!', 'added')).toEqual({ added: '1 added', changed: '1 added' })
    expect(livesOf('moved!', 'edited', 'added')).toEqual({ added: '1 added', changed: '2 edited' })
    expect(livesOf('moved!')).toEqual({ added: undefined, changed: undefined })
  })

  it('should say nothing of when an item came that is older than the history', () => {
    expect(livesOf('edited', 'moved')).toEqual({ added: undefined, changed: '2 edited' })
  })

  it('should not take the return of an item that is older than the history for its beginning', () => {
    expect(livesOf('added', 'dropped')).toEqual({ added: undefined, changed: '2 added' })
    expect(livesOf('checked', 'added', 'dropped', 'moved!')).toEqual({
      added: undefined,
      changed: '4 checked',
    })
  })

  it('should take an item that was brought back to be as old as it was', () => {
    expect(livesOf('added', 'dropped', 'edited', 'added')).toEqual({
      added: '1 added',
      changed: '4 added',
    })
    expect(livesOf('checked', 'added', 'dropped', 'added')).toEqual({
      added: '1 added',
      changed: '4 checked',
    })
    expect(livesOf('dropped', 'edited', 'added')).toEqual({ added: '1 added', changed: '2 edited' })
  })
})
