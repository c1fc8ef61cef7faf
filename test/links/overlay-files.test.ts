import { describe, expect, it } from 'vitest'
import { overlayFiles } from '../../src/links/overlay-files.ts'
import { memoryFiles } from '../fakes/memory-files.ts'

describe('overlayFiles', () => {
  it('should take directories away with the last of their files', () => {
    const tree = memoryFiles({ 'TODO.md': '', 'docs/img/plot.png': '' })
    const { kindOf, list } = overlayFiles(tree, new Map([['docs/img/plot.png', undefined]]))
    expect([kindOf('docs/img'), kindOf('docs'), list('')]).toEqual([
      undefined,
      undefined,
      ['TODO.md'],
    ])
  })

  it('should keep a directory that another file comes into', () => {
    const tree = memoryFiles({ 'docs/plot.png': '' })
    const changes = new Map([
      ['docs/plot.png', undefined],
      ['docs/map.png', ''],
    ])
    const { kindOf, list } = overlayFiles(tree, changes)
    expect([kindOf('docs'), list(''), list('docs')]).toEqual(['directory', ['docs'], ['map.png']])
  })
})
