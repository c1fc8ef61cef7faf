import { describe, expect, it } from 'vitest'
import { hideSecrets } from '../../src/adapters/hide-secrets.ts'

describe('hideSecrets', () => {
  it.each([
    ['https://forge.example/ovens.git', 'https://forge.example/ovens.git'],
    ['https://forge.example/ovens.git?private_token=s3cret', 'https://forge.example/ovens.git'],
    ['https://forge.example/ovens#s3cret', 'https://forge.example/ovens'],
    ['https://ana:s3?c@ret@forge.example/ovens', 'https://forge.example/ovens'],
    ['git+ssh://s3cret@forge.example/ovens?s3cret', 'git+ssh://forge.example/ovens'],
    [
      "fatal: unable to access 'https://forge.example/ovens?token=s3'cret/': no host?\nhttp://s3cret@b.example/#s3cret",
      "fatal: unable to access 'https://forge.example/ovens': no host?\nhttp://b.example/",
    ],
    ['git@forge.example:ovens: is it a `#`?', 'git@forge.example:ovens: is it a `#`?'],
  ])('should leave no secret in %j', (text, safe) => {
    expect(hideSecrets(text)).toBe(safe)
  })
})
