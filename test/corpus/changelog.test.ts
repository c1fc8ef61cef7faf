import { describe, expect, it } from 'vitest'
import type { Entry } from '../../src/changelog/entry.ts'
import type { Outcome } from '../../src/changelog/outcome.ts'
import { main } from '../../src/cli/main.ts'
import { createFakeHost } from '../fakes/fake-host.ts'
import { gitEnvironment } from '../fakes/temporary-folder.ts'
import { file } from './load-document.ts'
import { cloneCorpus, hasCorpus } from './read-corpus.ts'

/** What became of each item, as a careful reader would say; newest first, titles as they begin. */
const READ: readonly (readonly [title: string, outcome: Outcome])[] = [
  ['Describe store composition', 'shipped'],
  ['Each store should get its instance name', 'shipped'],
  ['Evaluator', 'shipped'],
  ['use stricter castore types', 'done'],
  ['PathInfo: include references by content', 'abandoned'],
  ['The import builtins', 'shipped'],
  ['PathInfo Data types', 'shipped'],
  ['Maybe drop --log-level', 'shipped'],
  ['castore', 'done'],
  ['DirectoryService', 'done'],
  ['redb backend', 'shipped'],
  ['redb backend', 'done'],
  ['CLI', 'done'],
  ['crate2nix for WASM', 'shipped'],
  ['Trace propagation for HTTP', 'shipped'],
  ['builtins.path roundtrip', 'shipped'],
  ['(tracing-tracy', 'done'],
  ['Later', 'merged'],
  ['Fix OTLP sending', 'done'],
  ['gRPC trace propagation', 'shipped'],
  ['Convert builtins:fetchurl', 'done'],
  ['The OTLP stack', 'shipped'],
  ['[tracing-]indicatif', 'shipped'],
  ['How do describe hierarchies', 'merged'],
  ['builtins.toXML self-closing', 'done'],
  ['builtins.toXML is missing', 'done'],
  ['Nix-compat', 'done'],
  ['add nix_oracle mechanism', 'merged'],
  ['Parts requiring test fixtures', 'merged'],
]

async function readEntries(): Promise<readonly Entry[]> {
  const host = createFakeHost(cloneCorpus(), { environment: gitEnvironment })
  await main(['changelog', '--json', '--file', file], host)
  return (JSON.parse(host.output(1)) as { entries: Entry[] }).entries
}

describe.skipIf(!hasCorpus)('the changelog of a real document (tvix-docs.bundle)', () => {
  it('should tell what became of every item that left', async () => {
    const entries = await readEntries()
    expect(
      entries.map(({ title, outcome }, at) => [title.slice(0, READ[at]?.[0].length), outcome]),
    ).toEqual(READ)
  })

  it('should say why the idea that this project began with was given up', async () => {
    const entries = await readEntries()
    const entry = entries.find(({ title }) => title === 'PathInfo: include references by content')
    expect(entry).toMatchObject({ change: 'dropped', outcome: 'abandoned', kind: 'section' })
    expect(entry?.reason).toMatch(/^This is not gonna work out as-is.*\bbuilder structures\.$/su)
    const review = 'https://cl.tvl.fyi/c/depot/+/12607'
    expect(entry?.refs.slice(0, 2)).toEqual([
      { kind: 'review', text: '12607', url: review },
      { kind: 'change', text: 'Ic38fc3ecd8096a5fe002e681bdc812a9dbeaa7d2' },
    ])
  })

  it('should give every entry a key of its own', async () => {
    const entries = await readEntries()
    expect(new Set(entries.map(({ key }) => key)).size).toBe(READ.length)
  })
})
