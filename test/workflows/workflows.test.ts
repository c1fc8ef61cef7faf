import { describe, expect, it } from 'vitest'
import { CrossoffError } from '../../src/errors.ts'
import type { Revision } from '../../src/history/history-source.ts'
import { renderSourceText } from '../../src/text/source-text.ts'
import { applyPlanFile } from '../../src/workflows/apply-plan-file.ts'
import { changeByOperation } from '../../src/workflows/change-by-operation.ts'
import type { ChangeMode } from '../../src/workflows/change-documents.ts'
import { checkRepository } from '../../src/workflows/check-repository.ts'
import { findDocument } from '../../src/workflows/find-document.ts'
import { findLines } from '../../src/workflows/find-lines.ts'
import { listEvents } from '../../src/workflows/list-events.ts'
import { listItems } from '../../src/workflows/list-items.ts'
import { matchFiles } from '../../src/workflows/match-files.ts'
import { type FilterSubject, parseFilter } from '../../src/workflows/parse-filter.ts'
import { readFile } from '../../src/workflows/read-document.ts'
import { renderPatch } from '../../src/workflows/render-patch.ts'
import type { TracedItem } from '../../src/workflows/trace-items.ts'
import { showItem } from '../../src/workflows/show-item.ts'
import { createItemViewer } from '../../src/workflows/view-item.ts'
import { parseDocument } from '../../src/document/parse-document.ts'
import { loadEngine } from '../../src/markdown/load-engine.ts'
import { createFakePorts } from '../fakes/fake-ports.ts'
import { memoryFiles } from '../fakes/memory-files.ts'
import { createMemoryHistory } from '../fakes/memory-history.ts'
import { createRevision } from '../fakes/revision.ts'

const plain: ChangeMode = {
  isDryRun: false,
  isPrinted: false,
  isForced: false,
  repairsLinks: false,
}

describe('findDocument', () => {
  it('should look from the working directory up', async () => {
    const files = { 'TODO.md': '', 'a/docs/TODO.md': '', 'a/b/c/x.md': '' }
    const found = (directory: string): Promise<string> =>
      findDocument(createFakePorts(files, { directory }), undefined)
    expect(await found('a/b/c')).toBe('a/docs/TODO.md')
    expect(await found('a')).toBe('a/docs/TODO.md')
    expect(await found('')).toBe('TODO.md')
    expect(await findDocument(createFakePorts(files), 'named.md')).toBe('named.md')
  })

  it('should say that globs of the config match nothing', async () => {
    const ports = createFakePorts({}, { config: { documents: ['plans/*.md'] } })
    await expect(findDocument(ports, undefined)).rejects.toMatchObject({
      code: 'no-document',
      message: 'there is no document; looked for `plans/*.md`',
      help: 'name it with `--file FILE`, or set `documents` in the config',
    })
  })
})

describe('readFile', () => {
  it('should suggest a name of the same folder', async () => {
    const ports = createFakePorts({ 'docs/TODO.md': '' })
    await expect(readFile(ports, 'docs/TOOD.md')).rejects.toMatchObject({
      help: 'did you mean `docs/TODO.md`?',
    })
    await expect(readFile(ports, 'docs/else.txt')).rejects.toMatchObject({ help: '' })
    await expect(readFile(ports, 'dosc')).rejects.toMatchObject({ help: 'did you mean `docs`?' })
  })

  it('should never suggest the name that was given', async () => {
    const tree = memoryFiles({ 'TODO.md': '' })
    const broken = createFakePorts({}, { tree: { ...tree, kindOf: () => undefined } })
    await expect(readFile(broken, 'TODO.md')).rejects.toMatchObject({
      message: '`TODO.md` is a link that leads nowhere',
      help: '',
    })
    const deleted = createFakePorts({}, { tree: { ...tree, read: () => undefined } })
    await expect(readFile(deleted, 'TODO.md')).rejects.toMatchObject({
      message: '`TODO.md` does not exist',
      help: '',
    })
  })
})

describe('matchFiles', () => {
  it('should take paths and globs, and take some out again', async () => {
    const tree = memoryFiles({ 'a.md': '', 'b/c.md': '', 'b/.d.md': '', 'b/e.txt': '' })
    expect(await matchFiles(tree, ['./a.md', 'b/*.md'])).toEqual(['a.md', 'b/.d.md', 'b/c.md'])
    expect(await matchFiles(tree, ['**/*.md', '!a.md', '!b/.*'])).toEqual(['b/c.md'])
    expect(await matchFiles(tree, ['none.md', 'b'])).toEqual([])
  })
})

describe('parseFilter', () => {
  const today = '2024-06-30'
  const anyWord =
    'expected one of `kind:`, `status:`, `owner:`, `tag:`, `under:`, `link:`, `stale:`, `text:`, `age>`, `changed>`'
  const anyTime =
    'expected `>` or `<` and a number of days, weeks, months or years: `age>180d`, `age<2w`'
  const on = (date: string): Revision => createRevision({ date })
  const subject = async (life?: TracedItem): Promise<FilterSubject> => {
    const document = parseDocument('- [ ] Sow\n', await loadEngine())
    return { item: document.items[0]!, document, life }
  }

  it.each<readonly [string, string]>([
    ['kind:bulet', 'did you mean `bullet`?'],
    ['kind:zzz', 'expected one of `section`, `bullet`, `label`'],
    ['zzzzzzz:x', anyWord],
    ['zzzzzzz>1d', anyWord],
    ['status=open', 'quote a value that holds spaces: `under:"Nix language"`'],
    ['age >90d', 'quote a value that holds spaces: `under:"Nix language"`'],
    ['age>', 'quote a value that holds spaces: `under:"Nix language"`'],
    ['kind>bullet', 'did you mean `kind:`?'],
    ['constructor:x', anyWord],
    ['constructor>1d', anyWord],
    ...['age:90d', 'age>90', 'age>d', 'age>1h', 'age<-1d', 'age>1.5y', 'age>123456d', 'age>1D'].map(
      (word) => [word, anyTime] as const,
    ),
  ])('should refuse %s', async (text, help) => {
    await expect(parseFilter(text, today)).rejects.toMatchObject({ code: 'usage', help })
  })

  it('should let all pass where nothing is asked', async () => {
    const { test, needsHistory } = await parseFilter('  ', today)
    expect(needsHistory).toBe(false)
    expect(test(await subject())).toBe(true)
  })

  it.each([
    ['status:open', false],
    ['text:age', false],
    ['age>90d', true],
    ['status:open -changed<2w', true],
  ])('should know whether it needs the history: %s', async (text, needsHistory) => {
    expect(await parseFilter(text, today)).toMatchObject({ needsHistory })
  })

  it.each([
    ['age>29d', true],
    ['age>30d', false],
    ['age<30d', false],
    ['age<31d', true],
    ['age>4w', true],
    ['age<5w', true],
    ['age<1m', false],
    ['age<2mo', true],
    ['age<1y', true],
    ['age>0d', true],
    ['-age>29d', false],
    ['age<"31d"', true],
    ['changed<10d', false],
    ['changed<11d', true],
    ['changed>9d age>29d', true],
    ['changed>9d age>30d', false],
  ])('should count days from the author’s own date: %s', async (text, expected) => {
    const { test } = await parseFilter(text, today)
    // The author's day counts, though it is another one in UTC.
    const life = {
      added: on('2024-05-31T23:30:00-05:00'),
      changed: on('2024-06-20T00:10:00+09:00'),
    }
    expect(test(await subject({ ...life, id: 'a', isUncommitted: false }))).toBe(expected)
  })

  it('should take what no commit has for new, and what is older than the history for neither', async () => {
    const fresh = await subject({ id: undefined, isUncommitted: true })
    const ancient = await subject({ id: 'a', isUncommitted: false })
    const verdicts = async (text: string): Promise<boolean[]> => {
      const { test } = await parseFilter(text, today)
      return [test(fresh), test(ancient)]
    }
    expect(await verdicts('age<1d')).toEqual([true, false])
    expect(await verdicts('changed<1d')).toEqual([true, false])
    expect(await verdicts('age>1d')).toEqual([false, false])
    expect(await verdicts('-age>1d')).toEqual([true, true])
  })

  it('should take values in either quotes, and with quotes inside', async () => {
    const text = '# Top\n\n- it\'s "here" [x](y)\n- [/] other\n'
    const titles = async (where: string): Promise<string[]> => {
      const { items } = await listItems(
        { file: 'a.md', where: [where] },
        createFakePorts({ 'a.md': text }),
      )
      return items.map(({ title }) => title)
    }
    expect(await titles(`text:"it's"`)).toEqual(['it\'s "here" x'])
    expect(await titles(`text:'"here"'`)).toEqual(['it\'s "here" x'])
    expect(await titles(`text:it's kind:bullet`)).toEqual(['it\'s "here" x'])
    expect(await titles('status:other')).toEqual(['other'])
    expect(await titles('-kind:bullet')).toEqual(['Top'])
    expect(await titles('under:top -link:y')).toEqual(['other'])
  })
})

describe('showItem', () => {
  it('should give the lines as they are, without an end at the end of the file', async () => {
    const ports = createFakePorts({ 'a.md': '# Top\r\n\r\n - one\r\n - two' })
    const show = async (text: string): Promise<string> =>
      (await showItem({ file: 'a.md', selector: { text } }, ports)).source
    expect(await show('one')).toBe(' - one\r\n')
    expect(await show('two')).toBe(' - two')
  })
})

describe('createItemViewer', () => {
  it('should give equal items ids of their own', async () => {
    const document = parseDocument('# Top\n\n- a\n- a\n', await loadEngine())
    const view = createItemViewer(document)
    const top = view(document.items[0]!)
    const ids = [top, ...top.children].map((item) => item.id)
    expect(new Set(ids).size).toBe(3)
    expect(document.items[0]!.children.map((item) => view(item).id)).toEqual(ids.slice(1))
  })
})

describe('findLines', () => {
  it('should find lines whatever they end with', () => {
    const tree = memoryFiles({ 'a.md': 'one\r\ntwo\rthree\nfour' })
    const at = (line: number) => ({
      code: 'x',
      severity: 'hint' as const,
      message: '',
      file: 'a.md',
      start: { line, column: 1, offset: 0 },
      end: { line, column: 1, offset: 0 },
    })
    expect(findLines([1, 2, 3, 4, 5].map(at), tree).map(({ line }) => line)).toEqual([
      'one',
      'two',
      'three',
      'four',
      '',
    ])
  })

  it('should find the last line of a finding, and those of the edits of its fix', () => {
    const tree = memoryFiles({ 'a.md': '\uFEFFone\ntwo\nthree', 'b.md': 'four\r\nfive\r\n' })
    const diagnostic = {
      code: 'x',
      severity: 'hint' as const,
      message: '',
      file: 'a.md',
      start: { line: 1, column: 2, offset: 1 },
      end: { line: 3, column: 1, offset: 8 },
      fix: { title: '', file: 'b.md', edits: [{ start: 1, end: 8, text: 'in' }] },
    }
    const own = { ...diagnostic, fix: { title: '', edits: [{ start: 1, end: 3, text: 'ld' }] } }
    expect(findLines([diagnostic, own], tree)).toEqual([
      {
        diagnostic,
        line: 'one',
        lastLine: 'three',
        edits: [
          {
            start: { line: 1, column: 2, offset: 1 },
            end: { line: 2, column: 3, offset: 8 },
            text: 'in',
            line: 'four',
            lastLine: 'five',
          },
        ],
      },
      {
        diagnostic: own,
        line: 'one',
        lastLine: 'three',
        edits: [
          {
            start: { line: 1, column: 2, offset: 1 },
            end: { line: 1, column: 4, offset: 3 },
            text: 'ld',
            line: 'one',
          },
        ],
      },
    ])
  })
})

describe('renderPatch', () => {
  it('should name a new file as git does, and say where a line has no end', async () => {
    expect(await renderPatch('a.md', undefined, 'one\ntwo')).toEqual({
      added: 2,
      removed: 0,
      patch:
        '--- /dev/null\n+++ b/a.md\n@@ -0,0 +1,2 @@\n+one\n+two\n\\ No newline at end of file\n',
    })
  })
})

describe('listEvents', () => {
  it('should tell how many revisions it has read', async () => {
    const steps: string[] = []
    const source = createMemoryHistory(['- Rake\n', '- Rake\n- Hoe\n'])
    const cache = { load: () => undefined, save: () => undefined }
    const ports = createFakePorts(
      { 'TODO.md': '- Rake\n- Hoe\n' },
      {
        openHistory: () => Promise.resolve({ source, cache }),
        progress: (work, done, total) => {
          steps.push(`${work} ${done}/${total}`)
        },
      },
    )
    const { events } = await listEvents({ firstParent: false, isBrief: false }, ports)
    expect(events.map(({ title }) => title)).toEqual(['Hoe', 'Rake'])
    expect(steps).toEqual(['reading revision 1/2', 'reading revision 2/2'])
  })
})

describe('checkRepository', () => {
  it('should tell how far it is, and when it is done', async () => {
    const steps: string[] = []
    const progress = (work: string, done: number, total: number): void => {
      steps.push(`${work} ${done}/${total}`)
    }
    const ports = createFakePorts(
      { 'a.md': '[b](b.md)', 'b.md': '[c](c.txt)', 'c.txt': '' },
      { progress },
    )
    await checkRepository({ paths: [] }, ports)
    expect(steps).toEqual(['checking 1/2', 'checking 2/2', 'checking 2/2'])
  })

  it('should check what was typed, Markdown by its name or not', async () => {
    const noRepository = new CrossoffError('git', 'git finds no repository')
    const ports = createFakePorts(
      { 'notes.txt': '[a](b.md)\n', 'c.md': '' },
      { openHistory: () => Promise.reject(noRepository) },
    )
    const { findings, counts } = await checkRepository({ paths: ['notes.txt'] }, ports)
    expect(findings.map(({ line }) => line)).toEqual(['[a](b.md)'])
    expect(counts.documents).toBe(1)
  })

  it('should say that a glob matches nothing', async () => {
    await expect(checkRepository({ paths: ['*.md'] }, createFakePorts({}))).rejects.toMatchObject({
      code: 'file-missing',
      message: '`*.md` names no document, folder or file of the repository',
    })
  })
})

describe('changeByOperation', () => {
  it('should verify a long document by one parser and say so', async () => {
    const text = `# Top\n\n- one\n- two\n\n${'A paragraph of some words.\n\n'.repeat(11_000)}`
    const ports = createFakePorts({ 'TODO.md': text })
    const values = new Map([['target', { kind: 'selector', selector: { text: 'one' } } as const]])
    const report = await changeByOperation({ op: 'drop', file: 'TODO.md', values }, plain, ports)
    expect(report).toMatchObject({
      outcome: 'written',
      notes: [
        'drop: Top › one',
        'TODO.md is longer than 256 KB: its result was verified by one parser alone',
      ],
    })
    expect(ports.written.get('TODO.md')).toBe(text.replace('- one\n', ''))
  })

  it('should open the editor on the text of an item, at no indentation', async () => {
    let shown = ''
    const ports = createFakePorts(
      { 'TODO.md': '- one\n  more\n  of it\n' },
      {
        editText: (text) => {
          shown = text
          return Promise.resolve('other')
        },
      },
    )
    const values = new Map([
      ['target', { kind: 'selector', selector: { text: 'one', line: 1 } } as const],
      ['body', { kind: 'editor' } as const],
    ])
    await changeByOperation({ op: 'edit', values }, plain, ports)
    expect(shown).not.toContain('  ')
    expect(ports.written.get('TODO.md')).toContain('other')
  })

  it.each(['{"version":1,"operations":[]}', ''])('should overwrite an inverse: %j', async (old) => {
    const ports = createFakePorts({ 'TODO.md': '- one\n- two\n', 'back.json': old })
    const values = new Map([['target', { kind: 'selector', selector: { text: 'one' } } as const]])
    await changeByOperation({ op: 'drop', values }, { ...plain, inverse: 'back.json' }, ports)
    expect([...ports.written.keys()]).toEqual(['TODO.md', 'back.json'])
  })

  it('should describe what has no target by its first line', async () => {
    const ports = createFakePorts({ 'TODO.md': '- one\n' })
    const values = new Map([['text', { kind: 'text', text: '\n- two\n  more\n' } as const]])
    const report = await changeByOperation({ op: 'add', values }, plain, ports)
    expect(report).toMatchObject({ notes: ['add: - two'] })
  })

  it('should open an empty editor where there is no item yet', async () => {
    const ports = createFakePorts(
      { 'TODO.md': '- one\n' },
      { editText: (text) => Promise.resolve(`${text}- two`) },
    )
    const values = new Map([['text', { kind: 'editor' } as const]])
    await changeByOperation({ op: 'add', values }, plain, ports)
    expect(ports.written.get('TODO.md')).toBe('- one\n- two\n')
  })
})

describe('applyPlanFile', () => {
  it('should print one document with its byte order mark', async () => {
    const source = renderSourceText({
      text: '- one\n- two\n',
      hasBom: true,
      lines: { starts: [0], length: 0 },
    })
    const plan = JSON.stringify({
      version: 1,
      operations: [{ op: 'drop', target: { path: ['one'] } }],
    })
    const ports = createFakePorts({ 'TODO.md': source, 'plan.json': plan })
    const report = await applyPlanFile({ plan: 'plan.json' }, { ...plain, isPrinted: true }, ports)
    expect(report).toEqual({ kind: 'document', file: 'TODO.md', text: '\uFEFF- two\n' })
    expect(ports.written.size).toBe(0)
  })
})
