import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { LEDGER_FILE } from '../../src/links/ledger-file.ts'
import type { Ledger, LedgerEntry } from '../../src/remote/ledger.ts'
import { parseLedger } from '../../src/remote/parse-ledger.ts'
import { renderLedger } from '../../src/remote/render-ledger.ts'
import { createRepository } from '../fakes/git-repository.ts'

const alive = (day: string): LedgerEntry => ({ status: 'alive', day })
const at = (name: string): string => `https://${name}.example.org/`

const base: Ledger = {
  [at('bread')]: alive('2024-06-01'),
  [at('oven')]: alive('2024-06-01'),
  [at('yeast')]: alive('2024-06-01'),
}

/** Merges what two branches made of a ledger. */
function merge(ours: Ledger, theirs: Ledger, attributes: string): () => string {
  const repository = createRepository()
  const write = (ledger: Ledger) => ({ [LEDGER_FILE]: renderLedger(ledger) })
  repository.commit('base', { ...write(base), '.gitattributes': attributes })
  repository.git('checkout', '--quiet', '-b', 'theirs')
  repository.commit('theirs', write(theirs))
  repository.git('checkout', '--quiet', 'main')
  repository.commit('ours', write(ours))
  repository.merge('theirs')
  return () => readFileSync(join(repository.root, LEDGER_FILE), 'utf8')
}

describe('a ledger, merged by git', () => {
  it('should merge without a driver where branches add and refresh other URLs', () => {
    const ours = { ...base, [at('apple')]: alive('2024-06-02'), [at('bread')]: alive('2024-06-20') }
    const theirs = {
      ...base,
      [at('yeast')]: alive('2024-06-21'),
      [at('zest')]: alive('2024-06-03'),
    }
    const read = merge(ours, theirs, '')
    expect(read()).toBe(renderLedger({ ...theirs, ...ours, [at('yeast')]: alive('2024-06-21') }))
  })

  it('should keep what both branches added and refreshed in one place', () => {
    const ours = { ...base, [at('cake')]: alive('2024-06-02'), [at('oven')]: alive('2024-06-20') }
    const theirs = {
      ...base,
      [at('corn')]: alive('2024-06-03'),
      [at('oven')]: { ...alive('2024-06-19'), fragments: { heat: { heading: 'Heat' } } },
    }
    const merged = parseLedger(merge(ours, theirs, `${LEDGER_FILE} merge=union\n`)())
    expect(merged).toEqual({
      ...base,
      [at('cake')]: alive('2024-06-02'),
      [at('corn')]: alive('2024-06-03'),
      [at('oven')]: { ...alive('2024-06-20'), fragments: { heat: { heading: 'Heat' } } },
    })
  })

  it('should be whole again when the marks of a conflict are taken out', () => {
    const ours = { ...base, [at('cake')]: alive('2024-06-02') }
    const theirs = { ...base, [at('corn')]: alive('2024-06-03') }
    const text = merge(ours, theirs, '')()
    expect(() => parseLedger(text)).toThrow('line 3 is a mark of a merge conflict')
    const mended = text.replace(/^(?:<{7}|={7}|>{7}).*\n/gmu, '')
    expect(renderLedger(parseLedger(mended))).toBe(renderLedger({ ...ours, ...theirs }))
  })
})
