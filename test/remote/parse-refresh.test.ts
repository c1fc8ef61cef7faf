import { describe, expect, it } from 'vitest'
import { parseRefresh } from '../../src/remote/parse-refresh.ts'

describe('parseRefresh', () => {
  it.each([
    ['0; url=/rye', 0, '/rye'],
    ['0;URL = "/rye" and more', 0, '/rye'],
    [" 12.5 , url='/rye", 12, '/rye'],
    ['0 /rye', 0, '/rye'],
    ['0;/rye?url=oat', 0, '/rye?url=oat'],
    ['.5;/rye', 0, '/rye'],
    ['0; urls', 0, 'urls'],
  ])('should read %s', (content, seconds, url) => {
    expect(parseRefresh(content)).toEqual({ seconds, url })
  })

  it.each(['', '5', '5;', '0; url=', '0; url=""', 'url=/rye', '-1;/rye', '0x;/rye', '0url=/rye'])(
    'should find nothing in %s',
    (content) => {
      expect(parseRefresh(content)).toBeUndefined()
    },
  )
})
