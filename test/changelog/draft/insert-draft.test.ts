import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findCommentString } from '../../../src/changelog/draft/find-comment-string.ts'
import { hasTrailers } from '../../../src/changelog/draft/has-trailers.ts'
import { insertDraft } from '../../../src/changelog/draft/insert-draft.ts'
import type { MessageDraft } from '../../../src/changelog/draft/message-draft.ts'
import type { MessageSettings } from '../../../src/changelog/draft/message-settings.ts'
import { readOutcomeTrailers } from '../../../src/changelog/outcomes/read-outcome-trailers.ts'

const settings: MessageSettings = {
  commentString: '#',
  cleanup: 'default',
  hasEditor: true,
  isReplay: false,
}

const done = { title: '', shortTitle: '', isDone: true }

const checked: MessageDraft = { subject: 'docs(TODO): check "sow"', body: [], trailers: [done] }

const mixed: MessageDraft = {
  subject: 'docs(TODO): drop 1 item, check 1',
  body: ['drop "mulch"', 'check "sow beans"'],
  trailers: [
    { title: 'mulch', shortTitle: 'mulch', isDone: false },
    { title: 'sow beans in rows', shortTitle: 'sow beans', isDone: true },
  ],
}

function insert(
  text: string,
  source = '',
  draft = checked,
  told: Partial<MessageSettings> = {},
): string {
  return insertDraft(text, draft, source, { ...settings, ...told })
}

const scissors = `------------------------ >8 ------------------------`
const verbose = `# ${scissors}\n# Do not modify or remove the line above.\ndiff --git a/TODO.md b/TODO.md\n-- [ ] sow\n+- [x] sow\n`

describe('insertDraft', () => {
  it('should fill an empty message, and leave what stands behind', () => {
    expect(insert('')).toBe('docs(TODO): check "sow"\n\nTodo-Outcome: done\n')
    expect(insert(`\n# Please enter\n${verbose}`)).toBe(
      `docs(TODO): check "sow"\n\nTodo-Outcome: done\n\n# Please enter\n${verbose}`,
    )
    expect(insert(`# Please enter\n`)).toBe(
      `docs(TODO): check "sow"\n\nTodo-Outcome: done\n\n# Please enter\n`,
    )
    expect(insert('\n# a', '', mixed)).toBe(
      'docs(TODO): drop 1 item, check 1\n\n- drop "mulch"\n- check "sow beans"\n\nTodo-Outcome: done sow beans\n# What became of it? Keep one word, and uncomment the line:\n# Todo-Outcome: shipped|done|abandoned|merged mulch\n\n# a',
    )
  })

  it('should show choices in comments of any form', () => {
    expect(
      insert(
        '',
        '',
        { ...mixed, trailers: [{ ...done, isDone: false }] },
        { commentString: '-- ' },
      ),
    ).toBe(
      'docs(TODO): drop 1 item, check 1\n\n* drop "mulch"\n* check "sow beans"\n\n--  What became of it? Keep one word, and uncomment the line:\n--  Todo-Outcome: shipped|done|abandoned|merged\n',
    )
  })

  it('should keep choices out of a message that keeps its comments', () => {
    for (const cleanup of ['verbatim', 'whitespace', 'scissors'])
      expect(insert('\n# a\n', '', mixed, { cleanup })).not.toContain('|')
    expect(insert('\n; a\n', '', mixed, { cleanup: 'strip', commentString: ';' })).toContain(
      '\n; Todo-Outcome: shipped|done|abandoned|merged mulch\n\n; a\n',
    )
  })

  it('should leave alone what would be a comment', () => {
    expect(insert('\n', '', checked, { commentString: 'docs' })).toBe('\n')
    expect(insert('sow\n', 'message', checked, { commentString: 'T' })).toBe('sow\n')
  })

  it('should choose no subject that nobody would see', () => {
    expect(insert('', '', checked, { hasEditor: false })).toBe('')
    expect(insert('Why:\n', 'template', checked, { hasEditor: false })).toBe('Why:\n')
  })

  it.each(['merge', 'squash', 'commit', 'what-git-may-say-one-day'])(
    'should leave alone a message from %s',
    (source) => {
      expect(insert('', source)).toBe('')
      expect(insert('sow\n', source)).toBe('sow\n')
    },
  )

  it('should add to a message what is certain alone', () => {
    expect(insert('sow', 'message')).toBe('sow\n\nTodo-Outcome: done\n')
    expect(insert('sow\r\n\r\nat last', 'message')).toBe(
      'sow\r\n\r\nat last\r\n\r\nTodo-Outcome: done\r\n',
    )
    expect(insert('sow\n', 'message', mixed)).toBe('sow\n\nTodo-Outcome: done sow beans\n')
    expect(insert('\n# only a comment\n', 'message')).toBe('\n# only a comment\n')
    expect(insert('fixup! sow\n', 'message')).toBe('fixup! sow\n')
    expect(insert(`sow\n${verbose}`, '')).toBe(`sow\n\nTodo-Outcome: done\n${verbose}`)
  })

  it('should take for comments only what git takes out', () => {
    const text = `sow\n\n#7 asked for it\n`
    expect(insert(text, 'message', checked, { hasEditor: false })).toBe(
      `${text}\nTodo-Outcome: done\n`,
    )
    expect(insert(`${text}# ${scissors}\n`, 'message', checked, { cleanup: 'scissors' })).toBe(
      `${text}\nTodo-Outcome: done\n# ${scissors}\n`,
    )
    expect(insert(text, 'message')).toBe(`sow\n\nTodo-Outcome: done\n\n#7 asked for it\n`)
    expect(insert(`sow\n# ${scissors}\nx\n`, 'message', checked, { hasEditor: false })).toBe(
      `sow\n# ${scissors}\nx\n\nTodo-Outcome: done\n`,
    )
  })

  it('should join the trailers that are there', () => {
    const signed = 'sow\n\nSigned-off-by: Ada <ada@example.org>\n'
    expect(insert(signed, 'message')).toBe(`${signed}Todo-Outcome: done\n`)
    expect(insert(`${signed}# comment\nFixes: #7\n`, 'message')).toBe(
      `${signed}# comment\nFixes: #7\nTodo-Outcome: done\n`,
    )
  })

  it('should not say again what is said', () => {
    const says = (line: string, draft = checked): boolean =>
      insert(`sow\n\n${line}\n`, 'message', draft) === `sow\n\n${line}\n`
    expect(says('Todo-Outcome: done')).toBe(true)
    expect(says('todo-outcome:shipped')).toBe(true)
    expect(says('Todo-Outcome: abandoned sow')).toBe(true)
    expect(says('Todo-Outcome: done', mixed)).toBe(true)
    expect(says('Todo-Outcome: shipped sow beans in', mixed)).toBe(true)
    expect(says('Todo-Outcome: shipped mulch', mixed)).toBe(false)
    expect(says('# Todo-Outcome: shipped')).toBe(false)
    expect(says('Todo-Outcome: abandoned "sow beans"', mixed)).toBe(true)
    expect(says('Todo-Outcome: abandoned “Sow  Beans”', mixed)).toBe(true)
    expect(says('Todo-Outcome: given-up SOW', mixed)).toBe(true)
  })

  it('should quote a title that has quotation marks around it, as who reads it takes them off', () => {
    const title = '“sow” or "plant"'
    const quoted = { ...mixed, trailers: [{ title, shortTitle: title, isDone: true }] }
    const once = insert('sow\n', 'message', quoted)
    expect(once).toBe('sow\n\nTodo-Outcome: done "“sow” or "plant""\n')
    expect(readOutcomeTrailers(`Todo-Outcome: done "${title}"`)).toMatchObject([{ title }])
    expect(insert(once, 'message', quoted)).toBe(once)
  })

  it('should put a draft above a sign-off without a subject, and add nothing to it elsewhere', () => {
    const signed = '\n\nSigned-off-by: Ada <ada@example.org>\n'
    expect(insert(`${signed}\n# Please enter\n`)).toBe(
      `docs(TODO): check "sow"\n${signed}Todo-Outcome: done\n\n# Please enter\n`,
    )
    const asked = '\nReviewed-by: Bo\n'
    expect(insert(asked)).toBe(`docs(TODO): check "sow"\n${asked}Todo-Outcome: done\n`)
    for (const text of [signed, signed.trim(), asked, ' \t\n', `${signed}Reviewed-by: Bo\n`])
      for (const hasEditor of [true, false])
        expect(insert(text, 'message', checked, { hasEditor })).toBe(text)
    expect(insert(signed, '', checked, { hasEditor: false })).toBe(signed)
    expect(insert('fix: sow\n', 'message')).toBe('fix: sow\n\nTodo-Outcome: done\n')
  })

  it('should stand above a template, once', () => {
    const template = 'Why:\n\nFixes: #\n\n# Say why.\n'
    const filled = 'docs(TODO): check "sow"\n\nWhy:\n\nFixes: #\nTodo-Outcome: done\n\n# Say why.\n'
    expect(insert(template, 'template')).toBe(filled)
    expect(insert(filled, 'template')).toBe(filled)
    const keys = 'Why it grows\n\nTicket: \nReviewed-by: \n'
    expect(insert(keys, 'template')).toBe(`docs(TODO): check "sow"\n\n${keys}Todo-Outcome: done\n`)
    expect(insert('# Say why.\n', 'template')).toBe(
      'docs(TODO): check "sow"\n\nTodo-Outcome: done\n\n# Say why.\n',
    )
  })

  it('should change nothing the second time, and lose no line ever', () => {
    const line = fc.oneof(
      fc.constantFrom(
        '',
        '# a',
        '; b',
        'sow',
        'Signed-off-by: Ada',
        'Todo-Outcome: done sow',
        ' on',
      ),
      fc.constantFrom('\r', `# ${scissors}`, `; ${scissors}`, checked.subject, '#', 'x: y', '- z'),
    )
    const told = fc.record({
      commentString: fc.constantFrom('#', ';', '//', 'auto', '-'),
      cleanup: fc.constantFrom('default', 'strip', 'scissors', 'verbatim', 'whitespace'),
      hasEditor: fc.boolean(),
      isReplay: fc.constant(false),
    })
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 8 }),
        fc.constantFrom('', 'message', 'template', 'merge'),
        fc.constantFrom(checked, mixed),
        told,
        (lines, source, draft, form) => {
          const text = lines.join('\n')
          const once = insertDraft(text, draft, source, form)
          expect(insertDraft(once, draft, source, form)).toBe(once)
          const left = once.split('\n')
          for (const each of lines) {
            const place = left.findIndex(
              (one) => one.replace(/\r$/u, '') === each.replace(/\r$/u, ''),
            )
            expect(place).not.toBe(-1)
            left.splice(0, place + 1)
          }
        },
      ),
      { numRuns: 3000 },
    )
  })
})

describe('findCommentString', () => {
  it.each([
    ['sow\n\n; Please enter\n;\n', ';'],
    ['; Please enter\n; it\n', ';'],
    ['sow\nsow\n', '#'],
    [`sow\n@ ${scissors}\ndiff\n# x\n`, '@'],
    ['#7 sow\n', ';'],
    ['', '#'],
    [['#', ';', '@', '!', '$', '%', '^', '&', '|', ':', 'sow', ''].join('\n'), '#'],
  ])('should find in %j', (text, comment) => {
    expect(findCommentString(text)).toBe(comment)
  })
})

describe('hasTrailers', () => {
  it.each([
    [[['sow: beans']], false],
    [[['sow'], ['Reviewed-by: Ada', 'Fixes : #7']], true],
    [[['sow'], ['Reviewed-by: Ada', '  and Bo']], true],
    [[['sow'], ['  and Bo', 'not a trailer']], false],
    [[['sow'], ['see: this', 'and that']], false],
    [[['sow'], ['Why:']], false],
    [[['sow'], ['Ticket: ']], true],
    [[['sow'], ['Reviewed-by:']], true],
    [[['sow'], ['Ticket:', 'Why:']], true],
    [[['sow'], ['Ticket: ', 'and prose']], false],
    [[['sow'], ['Signed-off-by: Ada', 'one', 'two', 'three']], true],
    [[['sow'], ['Signed-off-by: Ada', 'one', 'two', 'three', 'four']], false],
    [[['sow'], ['(cherry picked from commit c0ffee)']], true],
  ])('should look at the last paragraph: %j', (paragraphs, has) => {
    expect(hasTrailers(paragraphs)).toBe(has)
  })
})
