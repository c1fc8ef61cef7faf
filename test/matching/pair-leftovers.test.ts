import { describe, expect, it } from 'vitest'
import { satteriEngine } from '../../src/markdown/satteri-engine.ts'
import { pairLeftovers } from '../../src/matching/pair-leftovers.ts'
import { Pairing } from '../../src/matching/pairing.ts'
import { forestOf } from '../diff/diff-texts.ts'

describe('pairLeftovers', () => {
  it('should pair items of one title in their order, and look below them', () => {
    const pairing = pairOutermost(
      '# Garden\n\n- compost. Full.\n  - turn it\n- mow\n- compost. Smells.\n',
      '# Garden\n\n- compost. Empty.\n  - turn it\n- compost. Gone.\n- compost. New.\n',
    )
    pairLeftovers(pairing)
    expect(pairsOf(pairing)).toEqual(['0-0', '1-1', '2-2', '4-3'])
  })

  it('should leave those without a title, of another kind or below others alone', () => {
    const pairing = pairOutermost(
      '# Garden\n\n- \n- compost\n- mow\n  - twice\n',
      '# Garden\n\n- \n- twice\n\n## compost\n',
    )
    pairLeftovers(pairing)
    expect(pairsOf(pairing)).toEqual(['0-0'])
  })

  it('should leave alone what stood below an item that is gone', () => {
    const [old, revised] = ['# Garden\n\n- mow\n', '# House\n\n- mow\n'].map((text) =>
      forestOf(text, satteriEngine),
    )
    const pairing = new Pairing(old!, revised!)
    pairLeftovers(pairing)
    expect(pairsOf(pairing)).toEqual([])
  })

  it('should pair outermost items too', () => {
    const [old, revised] = ['# Week\n\nRain.\n', '# Week\n\nSun.\n'].map((text) =>
      forestOf(text, satteriEngine),
    )
    const pairing = new Pairing(old!, revised!)
    pairLeftovers(pairing)
    expect(pairsOf(pairing)).toEqual(['0-0'])
  })
})

function pairOutermost(old: string, revised: string): Pairing {
  const pairing = new Pairing(forestOf(old, satteriEngine), forestOf(revised, satteriEngine))
  pairing.pair(0, 0)
  return pairing
}

function pairsOf(pairing: Pairing): string[] {
  return [...pairing.old.entries.keys()].flatMap((old) => {
    const number = pairing.newOf(old)
    return number === undefined ? [] : [`${old}-${number}`]
  })
}
