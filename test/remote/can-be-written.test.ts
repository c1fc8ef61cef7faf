import { describe, expect, it } from 'vitest'
import { canBeWritten } from '../../src/remote/can-be-written.ts'

describe('canBeWritten', () => {
  it.each([
    'https://bakery.example.org/',
    'https://bakery.example.org/rye_bread/?loaf=1&copy=2#dark-%C3%A9',
    'https://bakery.example.org/Rye_(bread)',
  ])('should say so of %s', (url) => {
    expect(canBeWritten(url)).toBe(true)
  })

  it.each([
    ['closes what the link stands in', 'https://bakery.example.org/rye)'],
    ['ends a cell', 'https://bakery.example.org/rye|oat'],
    ['ends an attribute', "https://bakery.example.org/baker's"],
    ['is a sign in HTML', 'https://bakery.example.org/?loaf=1&copy;=2'],
    ['ends like a sentence', 'https://bakery.example.org/rye.'],
    ['is another scheme', 'javascript:alert(1)'],
  ])('should say no of what %s', (_, url) => {
    expect(canBeWritten(url)).toBe(false)
  })
})
