import { describe, expect, it } from 'vitest'
import { findLimits } from '../../src/remote/access.ts'

describe('findLimits', () => {
  const hosts = {
    'rye.example.org': { interval: 500 },
    'http://rye.example.org:8080': { concurrency: 1, interval: 50 },
    'Oven.example.org': { concurrency: 4 },
    'not a host': { interval: 9000 },
  }

  it.each([
    ['https://rye.example.org/', { concurrency: 1, interval: 500 }],
    ['http://rye.example.org.:8080/', { concurrency: 1, interval: 500 }],
    ['https://oven.example.org/', { concurrency: 4, interval: 100 }],
    ['https://oat.example.org/', { concurrency: 2, interval: 100 }],
  ])('should be as careful as the config says of any port: %s', (url, limits) => {
    expect(findLimits(new URL(url), hosts)).toEqual(limits)
  })
})
