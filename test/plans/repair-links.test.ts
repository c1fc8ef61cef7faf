import { describe, expect, it } from 'vitest'
import { changeLinkContext, createLinkContext } from '../../src/links/create-link-context.ts'
import { type BrokenLink, findBrokenLinks } from '../../src/links/find-broken-links.ts'
import type { LinkContext } from '../../src/links/link-context.ts'
import type { LinkOptions } from '../../src/links/link-options.ts'
import { traceLinks } from '../../src/links/trace-links.ts'
import { loadEngine } from '../../src/markdown/load-engine.ts'
import { applyPlan } from '../../src/plans/apply-plan.ts'
import type { Operation } from '../../src/plans/plan.ts'
import type { PlanResult } from '../../src/plans/plan-result.ts'
import { readMoves } from '../../src/plans/read-moves.ts'
import { planLinkRepairs } from '../../src/plans/repair-links.ts'
import { toSourceText } from '../../src/text/source-text.ts'
import { memoryFiles } from '../fakes/memory-files.ts'

const engine = await loadEngine('satteri')

type Files = Readonly<Record<string, string>>

/** Says that headings keep their anchors. */
const keepsAnchors = true

/** Applies operations with the repairs of the links that they break. */
function repair(files: Files, ...operations: Operation[]): { files: Files; unrepaired: string[] } {
  return repairAs({}, files, ...operations)
}

function repairAs(
  options: LinkOptions,
  files: Files,
  ...operations: Operation[]
): { files: Files; unrepaired: string[] } {
  const tree = memoryFiles(files)
  const documents = tree.files().filter((file) => file.endsWith('.md'))
  const before = createLinkContext({ files: tree, documents, engine, options })
  const preview = apply(files, operations)
  const after = contextOf(before, preview)
  const repairs = planLinkRepairs({ after, broken: findBroken(preview, before) })
  const result = apply(files, [...operations, ...repairs])
  const left = findBroken(result, before)
  const changed = Object.fromEntries(result.files.map(({ file, after: now }) => [file, now.text]))
  return { files: changed, unrepaired: left.map(({ file, link }) => `${file}: ${link.url}`) }
}

function apply(files: Files, operations: readonly Operation[]): PlanResult {
  const read = (file: string): ReturnType<typeof toSourceText> | undefined => {
    const text = files[file]
    return text === undefined ? undefined : toSourceText(text)
  }
  const options = { file: 'TODO.md', read, engine, reference: engine }
  return applyPlan({ version: 1, operations: [...operations] }, options)
}

function findBroken(result: PlanResult, before: LinkContext): BrokenLink[] {
  const states = { before, after: contextOf(before, result) }
  return findBrokenLinks(states, traceLinks(readMoves(result), states))
}

function contextOf(before: LinkContext, { files }: PlanResult): LinkContext {
  const changes = new Map(files.map(({ file, after }) => [file, after.text]))
  return changeLinkContext(before, changes, engine)
}

const rename = (title: string, ...path: string[]): Operation => ({
  op: 'rename',
  target: { path },
  title,
})

describe('planLinkRepairs', () => {
  it('should follow a renamed section, in every document', () => {
    const files = {
      'TODO.md':
        '# Garden\n\nSee [beds](#beds) and [beds again](#beds).\n\n## Beds\n\n[b]: #beds\n',
      'docs/plan.md': 'The [beds](../TODO.md#beds "soon"), <a href="../TODO.md#beds">too</a>.\n',
    }
    expect(repair(files, rename('Raised beds', 'Garden', 'Beds'))).toEqual({
      files: {
        'TODO.md':
          '# Garden\n\nSee [beds](#raised-beds) and [beds again](#raised-beds).\n\n## Raised beds\n\n[b]: #raised-beds\n',
        'docs/plan.md':
          'The [beds](../TODO.md#raised-beds "soon"), <a href="../TODO.md#raised-beds">too</a>.\n',
      },
      unrepaired: [],
    })
  })

  it('should follow a section to another document, and take its own links along', () => {
    const files = {
      'TODO.md':
        '# Garden\n\n- [beds](#beds)\n\n## Beds\n\nSee [the shed](#shed), [a map](map.png), [up](docs/plan.md#plan).\n\n## Shed\n',
      'docs/beds.md': '# All beds\n',
      'docs/plan.md': '# Plan\n\n[beds](../TODO.md#beds)\n',
      'map.png': '',
    }
    const move: Operation = { op: 'move', target: { path: ['Garden', 'Beds'] }, to: 'docs/beds.md' }
    expect(repair(files, move)).toEqual({
      files: {
        'TODO.md': '# Garden\n\n- [beds](docs/beds.md#beds)\n\n## Shed\n',
        'docs/beds.md':
          '# All beds\n\n## Beds\n\nSee [the shed](../TODO.md#shed), [a map](../map.png), [up](plan.md#plan).\n',
        'docs/plan.md': '# Plan\n\n[beds](beds.md#beds)\n',
      },
      unrepaired: [],
    })
  })

  it('should follow a bullet to another document with the ids of its tags', () => {
    const files = {
      'TODO.md': '- <a id="hose"></a>mend the hose\n- sow, once [the hose](#hose) works\n',
      'later.md': '# Later\n',
    }
    const move: Operation = {
      op: 'move',
      target: { path: ['mend the hose'] },
      to: 'later.md',
    }
    expect(repair(files, move)).toEqual({
      files: {
        'TODO.md': '- sow, once [the hose](later.md#hose) works\n',
        'later.md': '# Later\n\n- <a id="hose"></a>mend the hose\n',
      },
      unrepaired: [],
    })
  })

  it('should write a target as the one before was written', () => {
    const files = {
      'TODO.md': '# Garden\n\n## Beds\n',
      'a.md': '[x](./TODO.md#beds) [y](TODO.md?plain=1#beds) [z](<TODO.md#beds>)\n',
      'später/b.md': '[x](../TODO.md#beds)\n',
    }
    expect(repair(files, rename('Größe & Höhe', 'Garden', 'Beds'))).toEqual({
      files: {
        'TODO.md': '# Garden\n\n## Größe & Höhe\n',
        'a.md':
          '[x](./TODO.md#größe--höhe) [y](TODO.md?plain=1#größe--höhe) [z](<TODO.md#größe--höhe>)\n',
        'später/b.md': '[x](../TODO.md#größe--höhe)\n',
      },
      unrepaired: [],
    })
  })

  it('should encode what the link before had encoded', () => {
    const files = {
      'TODO.md': '# Garden\n\n## Höhe\n\n[up](#h%C3%B6he)\n',
    }
    expect(repair(files, rename('Größe', 'Garden', 'Höhe')).files).toEqual({
      'TODO.md': '# Garden\n\n## Größe\n\n[up](#gr%C3%B6%C3%9Fe)\n',
    })
  })

  it('should keep the prefix and the extension of a path that changes', () => {
    const files = {
      'TODO.md': '# Garden\n\n## Beds\n\n## Shed\n',
      'beds.md': '# All beds\n',
      'a.md': '[x](./TODO.md#beds)\n',
    }
    const move: Operation = { op: 'move', target: { path: ['Garden', 'Beds'] }, to: 'beds.md' }
    expect(repair(files, move).files['a.md']).toBe('[x](./beds.md#beds)\n')
  })

  it('should keep the path of a link to its own document, which has no fragment', () => {
    const files = {
      'TODO.md': '# Garden\n\n## Beds\n\n[top](docs/beds.md)\n',
      'docs/beds.md': '# All beds\n',
    }
    const move: Operation = {
      op: 'move',
      target: { path: ['Garden', 'Beds'] },
      to: 'docs/beds.md',
    }
    expect(repair(files, move).files['docs/beds.md']).toBe(
      '# All beds\n\n## Beds\n\n[top](beds.md)\n',
    )
  })

  it('should follow a section within its document only where its anchor changes', () => {
    const files = {
      'TODO.md':
        '# Garden\n\n[1](#beds) [2](#beds-1)\n\n## Beds\n\nNorth.\n\n## Shed\n\n### Beds\n\nSouth.\n',
    }
    const { unrepaired } = repair(files, {
      op: 'drop',
      target: { path: ['Garden', 'Shed', 'Beds'] },
    })
    expect(unrepaired).toEqual(['TODO.md: #beds-1'])
  })

  it('should tell where a dropped section leaves its anchor to a twin below the same parent', () => {
    const files = {
      'TODO.md': '# Garden\n\n[1](#beds) [2](#beds-1)\n\n## Beds\n\nNorth.\n\n## Beds\n\nSouth.\n',
    }
    expect(repair(files, { op: 'drop', target: { path: ['Garden', 'Beds'], nth: 1 } })).toEqual({
      files: { 'TODO.md': '# Garden\n\n[1](#beds) [2](#beds)\n\n## Beds\n\nSouth.\n' },
      unrepaired: ['TODO.md: #beds'],
    })
  })

  it('should follow a heading in a quote by its place among equals', () => {
    const files = {
      'TODO.md':
        '- [see](#a-1) and [a](#note)\n- tie up the beans\n\n  > # A\n- plant\n\n  > # A\n\n  <a id="note"></a>\n',
    }
    expect(repair(files, { op: 'drop', target: { path: ['tie up the beans'] } })).toEqual({
      files: {
        'TODO.md': '- [see](#a) and [a](#note)\n- plant\n\n  > # A\n\n  <a id="note"></a>\n',
      },
      unrepaired: [],
    })
  })

  it('should leave links to what is dropped, for they lead nowhere', () => {
    const files = {
      'TODO.md':
        '# Garden\n\n[beds](#beds), [note](#note)\n\n## Beds\n\n<a id="note"></a>\n\n## Shed\n',
    }
    const result = repair(files, { op: 'drop', target: { path: ['Garden', 'Beds'] } })
    expect(result).toEqual({
      files: { 'TODO.md': '# Garden\n\n[beds](#beds), [note](#note)\n\n## Shed\n' },
      unrepaired: ['TODO.md: #beds', 'TODO.md: #note'],
    })
  })

  it('should repair what it can of a plan of several operations', () => {
    const files = {
      'TODO.md': '# Garden\n\n- [beds](#beds) or [shed](#shed)\n\n## Beds\n\n## Shed\n',
    }
    expect(
      repair(files, rename('Raised', 'Garden', 'Beds'), {
        op: 'drop',
        target: { path: ['Garden', 'Shed'] },
      }),
    ).toEqual({
      files: { 'TODO.md': '# Garden\n\n- [beds](#raised) or [shed](#shed)\n\n## Raised\n' },
      unrepaired: ['TODO.md: #shed'],
    })
  })

  it('should shorten a link that its item carries into the document it leads to', () => {
    const files = {
      'TODO.md': '# Garden\n\n## Beds\n\nSee [the felt](docs/roof.md#felt).\n\n## Shed\n',
      'docs/roof.md': '# Roof\n\n## Felt\n',
    }
    const move: Operation = { op: 'move', target: { path: ['Garden', 'Beds'] }, to: 'docs/roof.md' }
    const { files: after, unrepaired } = repair(files, move)
    expect(unrepaired).toEqual([])
    expect(after['docs/roof.md']).toContain('See [the felt](#felt).')
  })

  it('should write the pages of a book as the link did', () => {
    const files = {
      'book.toml': '[book]\nsrc = "."\n',
      'TODO.md': '# Garden\n\n## Beds\n\n## Shed\n',
      'beds.md': '# All beds\n',
      'a.md': '[x](TODO.html#beds) [y](./TODO.html#beds)\n',
    }
    const move: Operation = { op: 'move', target: { path: ['Garden', 'Beds'] }, to: 'beds.md' }
    expect(repair(files, move)).toMatchObject({
      files: { 'a.md': '[x](beds.html#beds) [y](./beds.html#beds)\n' },
      unrepaired: [],
    })
  })

  it('should keep the anchor in the heading, once, where the config prefers it', () => {
    const files = {
      'TODO.md': '# Garden\r\n\r\nSee [beds](#beds).\r\n\r\n##  Beds ##\r\n\r\n[b]: #beds\r\n',
      'docs/plan.md': 'The [beds](../TODO.md#BEDS).\n',
    }
    expect(repairAs({ keepsAnchors }, files, rename('Raised beds', 'Garden', 'Beds'))).toEqual({
      files: {
        'TODO.md':
          '# Garden\r\n\r\nSee [beds](#beds).\r\n\r\n##  <a id="beds"></a>Raised beds ##\r\n\r\n[b]: #beds\r\n',
      },
      unrepaired: [],
    })
  })

  it('should change links where the old anchor is another heading’s, or the document another', () => {
    const files = {
      'TODO.md': '# Garden\n\n[1](#beds)\n\n## Beds\n\nNorth.\n\n## Beds\n\nSouth.\n',
      'later.md': '# Later\n\n[2](TODO.md#beds-1)\n',
    }
    const operations: Operation[] = [
      { op: 'rename', target: { path: ['Garden', 'Beds'], nth: 1 }, title: 'Pots' },
      { op: 'move', target: { path: ['Garden', 'Beds'] }, to: 'later.md' },
    ]
    expect(repairAs({ keepsAnchors }, files, ...operations)).toEqual({
      files: {
        'TODO.md': '# Garden\n\n[1](#beds)\n\n## <a id="beds"></a>Pots\n\nNorth.\n',
        'later.md': '# Later\n\n[2](#beds)\n\n## Beds\n\nSouth.\n',
      },
      unrepaired: [],
    })
  })

  it('should change links where the renderer makes the tag a part of the anchor', () => {
    const files = { 'TODO.md': '# Garden\n\n[1](#beds)\n\n## Beds\n' }
    const options: LinkOptions = { keepsAnchors, slugs: 'kramdown' }
    expect(repairAs(options, files, rename('Pots', 'Garden', 'Beds')).files).toEqual({
      'TODO.md': '# Garden\n\n[1](#pots)\n\n## Pots\n',
    })
  })

  it('should change links to a heading of another form, which has no place for the tag', () => {
    const files = { 'TODO.md': '[1](#beds)\n\nBeds\n====\n' }
    expect(repairAs({ keepsAnchors }, files, rename('Pots', 'Beds')).files).toEqual({
      'TODO.md': '[1](#pots)\n\nPots\n====\n',
    })
  })
})
