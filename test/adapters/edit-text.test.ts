import { describe, expect, it } from 'vitest'
import { editText } from '../../src/adapters/edit-text.ts'
import { splitWords } from '../../src/adapters/split-words.ts'
import { createTemporaryFolder } from '../fakes/temporary-folder.ts'

const edit = (environment: NodeJS.ProcessEnv, isTerminal = true): string =>
  editText('Old words.\n', { environment, isTerminal })

describe('editText', () => {
  it('should give what the editor leaves', () => {
    expect(edit({ EDITOR: `sed -i 's/Old/New/'` })).toBe('New words.\n')
  })

  it('should take `VISUAL` before `EDITOR`', () => {
    expect(edit({ VISUAL: 'true', EDITOR: 'false' })).toBe('Old words.\n')
  })

  it('should say that no editor is named', () => {
    expect(() => edit({})).toThrow('neither `VISUAL` nor `EDITOR` names an editor')
    expect(() => edit({ EDITOR: '  ' })).toThrow('neither `VISUAL` nor `EDITOR` names an editor')
  })

  it('should say that there is no terminal', () => {
    expect(() => edit({ EDITOR: 'vi' }, false)).toThrow('there is no terminal to open `vi` in')
  })

  it('should say that the editor is not there, or did not end well', () => {
    const folder = createTemporaryFolder()
    expect(() => edit({ EDITOR: `${folder}/none` })).toThrow(
      /^the editor `.*\/none` cannot be run: /u,
    )
    expect(() => edit({ EDITOR: `sh -c 'exit 3'` })).toThrow(
      'the editor `sh` ended with exit code 3',
    )
    expect(() => edit({ EDITOR: `sh -c 'kill -TERM $$'` })).toThrow(
      'the editor `sh` ended with signal SIGTERM',
    )
  })
})

describe('splitWords', () => {
  it.each([
    ['code --wait', ['code', '--wait']],
    [`'/opt/my editor/edit' -n`, ['/opt/my editor/edit', '-n']],
    ['"a b"c \t d', ['a bc', 'd']],
    [`sh -c "it's"`, ['sh', '-c', `it's`]],
    [`don't`, [`don't`]],
    [`""`, ['']],
    ['', []],
  ])('should split %s', (command, words) => {
    expect(splitWords(command)).toEqual(words)
  })
})
